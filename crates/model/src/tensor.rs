//! Quantised weights: matrices that multiply int8 activations, and tables whose rows are looked up.
//!
//! Owns the rounding of activations, the packing of both and the order of the work. The integer kernel is in `kernel.rs`.
//! What the matrices mean is left to `layers.rs` and `link.rs`.

use crate::kernel::{Block, Kernel, Level, PANEL, Packing, ROWS};
use crate::math::{ROUNDER, largest};

/// Levels of an int8 value on either side of zero.
const LEVELS: f32 = 127.0;

/// Rows of activations rounded to int8, each with the scale that undoes the rounding, packed for a kernel.
#[derive(Debug, Default)]
pub(crate) struct Quantised {
    words: Vec<i32>,
    scales: Vec<f32>,
    columns: usize,
}

impl Quantised {
    /// Forgets the rows; the next have `columns` values each.
    pub(crate) fn start(&mut self, columns: usize) {
        self.words.clear();
        self.scales.clear();
        self.columns = columns;
    }

    /// Rounds one row to 255 levels of its own range.
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn push<K: Kernel>(&mut self, row: &[f32]) {
        debug_assert_eq!(row.len(), self.columns);
        let top = largest(row);
        let top = if top < 1e-8 { 1e-8 } else { top };
        let steps = LEVELS / top;
        // A number of this size plus `ROUNDER` has itself, rounded, in its low bits.
        let low_bits = |value: f32| (value * steps + ROUNDER).to_bits().cast_signed();
        match K::PACKING {
            Packing::Pairs => {
                let pair = |a: f32, b: f32| low_bits(a) & 0xffff | low_bits(b) << 16;
                let (pairs, rest) = row.as_chunks::<2>();
                self.words.extend(pairs.iter().map(|&[a, b]| pair(a, b)));
                if let [last] = rest {
                    self.words.push(pair(*last, 0.0));
                }
            }
            Packing::Quads => {
                let quad = |[a, b, c, d]: [f32; 4]| {
                    let low = low_bits(a) & 0xff | (low_bits(b) & 0xff) << 8;
                    let high = (low_bits(c) & 0xff) << 16 | low_bits(d) << 24;
                    // To unsigned bytes, 128 too large.
                    (low | high) ^ 0x8080_8080_u32.cast_signed()
                };
                let (quads, rest) = row.as_chunks::<4>();
                self.words.extend(quads.iter().map(|&values| quad(values)));
                if !rest.is_empty() {
                    let mut last = [0.0; 4];
                    last[..rest.len()].copy_from_slice(rest);
                    self.words.push(quad(last));
                }
            }
        }
        self.scales.push(top / LEVELS);
    }
}

/// A linear layer: int8 weights with one scale per output, and a bias.
#[derive(Debug)]
pub(crate) struct Dense {
    /// Panels of [`PANEL`] outputs, the last filled up with zeros; see [`Block`].
    panels: Vec<Block>,
    scales: Vec<f32>,
    bias: Vec<f32>,
    inputs: usize,
    level: Level,
}

impl Dense {
    /// `weights` has one row of values per scale; the reader of the packed file has checked the lengths.
    pub(crate) fn new(weights: &[i8], scales: Vec<f32>, bias: Vec<f32>) -> Self {
        Self::at_level(Level::best(), weights, scales, bias)
    }

    fn at_level(level: Level, weights: &[i8], scales: Vec<f32>, bias: Vec<f32>) -> Self {
        let packing = level.packing();
        let inputs = (weights.len() / scales.len().max(1)).max(1);
        let n_words = inputs.div_ceil(packing.depth());
        let mut panels = Vec::with_capacity(scales.len().div_ceil(PANEL) * (1 + n_words));
        for panel in weights.chunks(inputs * PANEL) {
            let base = panels.len();
            panels.resize(base + 1 + n_words, Block([0; PANEL]));
            for (output, row) in panel.chunks(inputs).enumerate() {
                panels[base].0[output] = packing.start(row);
                for (block, values) in panels[base + 1..]
                    .iter_mut()
                    .zip(row.chunks(packing.depth()))
                {
                    block.0[output] = packing.word(values);
                }
            }
        }
        Self {
            panels,
            scales,
            bias,
            inputs,
            level,
        }
    }

    pub(crate) fn outputs(&self) -> usize {
        self.scales.len()
    }

    pub(crate) fn inputs(&self) -> usize {
        self.inputs
    }

    /// The kernel that the weights are packed for.
    pub(crate) fn level(&self) -> Level {
        self.level
    }

    /// Writes one row of outputs per row of `input` to `output`, which is resized to fit.
    ///
    /// A panel of weights (some kilobytes) meets all rows before the next: it stays in the nearest cache, and the rows of
    /// a chunk stay in the one behind.
    #[inline(always)]
    pub(crate) fn apply<K: Kernel>(&self, input: &Quantised, output: &mut Vec<f32>) {
        debug_assert_eq!(input.columns, self.inputs);
        debug_assert_eq!(self.level.packing(), K::PACKING);
        let n_outputs = self.outputs();
        let n_words = self.inputs.div_ceil(K::PACKING.depth());
        output.resize(input.scales.len() * n_outputs, 0.0);
        for (number, panel) in self.panels.chunks_exact(1 + n_words).enumerate() {
            let Some((start, weights)) = panel.split_first() else {
                continue;
            };
            let from = number * PANEL;
            let to = n_outputs.min(from + PANEL);
            let (scales, bias) = (&self.scales[from..to], &self.bias[from..to]);
            let groups = input
                .words
                .chunks(ROWS * n_words)
                .zip(input.scales.chunks(ROWS));
            for ((words, row_scales), output) in groups.zip(output.chunks_mut(ROWS * n_outputs)) {
                let last = row_scales.len() - 1;
                // Rows that are missing at the end are stood in for by the last, and not written.
                let rows: [&[i32]; ROWS] = std::array::from_fn(|row| {
                    let at = row.min(last) * n_words;
                    &words[at..at + n_words]
                });
                let sums = K::sums(start, weights, &rows);
                let outputs = output.chunks_exact_mut(n_outputs);
                for ((sums, &row_scale), output) in sums.iter().zip(row_scales).zip(outputs) {
                    let output = &mut output[from..to];
                    match (output.as_chunks_mut(), scales.as_chunks(), bias.as_chunks()) {
                        (([output], []), ([scales], []), ([bias], [])) => {
                            finish(sums, row_scale, scales, bias, output);
                        }
                        _ => finish_part(sums, row_scale, scales, bias, output),
                    }
                }
            }
        }
    }
}

/// A whole panel of sums as numbers.
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
#[cfg_attr(target_arch = "wasm32", inline(never))]
fn finish(
    sums: &[i32; PANEL],
    row_scale: f32,
    scales: &[f32; PANEL],
    bias: &[f32; PANEL],
    output: &mut [f32; PANEL],
) {
    for at in 0..PANEL {
        output[at] = sums[at] as f32 * (row_scale * scales[at]) + bias[at];
    }
}

/// The same for the outputs of a last panel that is not full.
#[inline(always)]
fn finish_part(sums: &[i32], row_scale: f32, scales: &[f32], bias: &[f32], output: &mut [f32]) {
    let columns = sums.iter().zip(scales.iter().zip(bias));
    for (output, (&sum, (&scale, &bias))) in output.iter_mut().zip(columns) {
        *output = sum as f32 * (row_scale * scale) + bias;
    }
}

/// A table of small vectors, one scale per column, so that thousands of rows need few scales.
#[derive(Debug)]
pub(crate) struct Table {
    values: Vec<i8>,
    scales: Vec<f32>,
}

impl Table {
    pub(crate) fn new(values: Vec<i8>, scales: Vec<f32>) -> Self {
        Self { values, scales }
    }

    pub(crate) fn rows(&self) -> usize {
        self.values.len() / self.scales.len().max(1)
    }

    pub(crate) fn columns(&self) -> usize {
        self.scales.len()
    }

    /// Appends a row to `output`. A row that the table does not have is row 0.
    #[inline(always)]
    pub(crate) fn append_row(&self, row: usize, output: &mut Vec<f32>) {
        let row = if row < self.rows() { row } else { 0 };
        let values = &self.values[row * self.columns()..(row + 1) * self.columns()];
        output.extend(
            values
                .iter()
                .zip(&self.scales)
                .map(|(&value, &scale)| f32::from(value) * scale),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Portable, Work};

    /// Rows of numbers through a layer by the kernel that the layer is packed for.
    struct Through<'a>(&'a Dense, &'a [Vec<f32>]);

    impl Work for Through<'_> {
        type Output = Vec<f32>;

        #[inline(always)]
        fn run<K: Kernel>(self) -> Vec<f32> {
            let mut quantised = Quantised::default();
            quantised.start(self.0.inputs());
            self.1.iter().for_each(|row| quantised.push::<K>(row));
            let mut output = Vec::new();
            self.0.apply::<K>(&quantised, &mut output);
            output
        }
    }

    fn through(dense: &Dense, rows: &[Vec<f32>]) -> Vec<f32> {
        dense.level().run(Through(dense, rows))
    }

    fn rows(n_rows: usize, columns: usize) -> Vec<Vec<f32>> {
        let value = |r: usize, i: usize| ((r * 31 + i * 17) % 23) as f32 / 11.5 - 1.0;
        (0..n_rows)
            .map(|r| (0..columns).map(|i| value(r, i)).collect())
            .collect()
    }

    #[test]
    fn dense_agrees_with_floating_point_within_the_rounding_of_its_input() {
        // None is a multiple of what the kernel takes at a time.
        let (inputs, outputs, n_rows) = (83, 19, 11);
        let weights: Vec<i8> = (0..inputs * outputs)
            .map(|i| ((i * 37) % 255) as i8)
            .collect();
        let scales: Vec<f32> = (0..outputs).map(|i| 0.01 + i as f32 * 0.001).collect();
        let bias: Vec<f32> = (0..outputs).map(|i| i as f32 - 3.0).collect();
        let dense = Dense::new(&weights, scales.clone(), bias.clone());
        let input = rows(n_rows, inputs);
        let output = through(&dense, &input);
        for r in 0..n_rows {
            for o in 0..outputs {
                let exact: f32 = (0..inputs)
                    .map(|i| f32::from(weights[o * inputs + i]) * scales[o] * input[r][i])
                    .sum::<f32>()
                    + bias[o];
                let bound = inputs as f32 * 128.0 * scales[o] / 254.0;
                let found = output[r * outputs + o];
                assert!(
                    (found - exact).abs() < bound,
                    "row {r}, output {o}: {found} and {exact}"
                );
            }
        }
    }

    #[test]
    fn a_row_alone_gives_the_bits_it_gives_in_a_block() {
        let weights: Vec<i8> = (0..96 * 5).map(|i| ((i * 73) % 251) as i8).collect();
        let dense = Dense::new(&weights, vec![0.02; 5], vec![0.5; 5]);
        let rows = rows(13, 96);
        let together = through(&dense, &rows);
        for (r, row) in rows.iter().enumerate() {
            let alone = through(&dense, std::slice::from_ref(row));
            assert_eq!(alone, together[r * 5..(r + 1) * 5]);
        }
    }

    #[test]
    fn no_rows_give_no_outputs() {
        let dense = Dense::new(&[1; 12], vec![0.02; 3], vec![0.5; 3]);
        assert_eq!(through(&dense, &[]), []);
    }

    #[test]
    #[cfg(target_arch = "x86_64")]
    fn every_kernel_of_this_machine_gives_the_same_bits() {
        for (inputs, outputs) in [(1, 1), (80, 96), (83, 19), (96, 384), (192, 7)] {
            // The extremes are among them.
            let weights: Vec<i8> = (0..inputs * outputs)
                .map(|i| ((i * 37) % 256) as u8 as i8)
                .collect();
            let scales: Vec<f32> = (0..outputs).map(|i| 0.01 + i as f32 * 0.001).collect();
            let bias: Vec<f32> = (0..outputs).map(|i| i as f32 - 3.0).collect();
            let rows = rows(21, inputs);
            let mut results = Level::all().into_iter().map(|level| {
                let dense = Dense::at_level(level, &weights, scales.clone(), bias.clone());
                through(&dense, &rows)
            });
            let portable = results.next().unwrap();
            for result in results {
                assert_eq!(result, portable, "{inputs} inputs, {outputs} outputs");
            }
        }
    }

    #[test]
    fn a_row_of_zeros_is_rounded_to_zeros() {
        let mut quantised = Quantised::default();
        quantised.start(3);
        quantised.push::<Portable>(&[0.0; 3]);
        assert_eq!(quantised.words, [0; 2]);
    }

    #[test]
    fn a_row_outside_a_table_is_its_first() {
        let table = Table::new(vec![1, 2, 3, 4], vec![0.5, 2.0]);
        let mut row = Vec::new();
        table.append_row(9, &mut row);
        table.append_row(1, &mut row);
        assert_eq!(row, [0.5, 4.0, 1.5, 8.0]);
    }
}
