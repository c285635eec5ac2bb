//! Quantised weights: matrices that multiply int8 activations, and tables whose rows are looked up.
//!
//! Owns the rounding of activations and the order of the work. The integer kernel is in `dot.rs`. What the matrices mean is left to `layers.rs` and `link.rs`.

use crate::dot::{LANES, dot};
use crate::math::{largest, round_to_i16};

/// Levels of an int8 value on either side of zero.
const LEVELS: f32 = 127.0;

/// Rows of activations that are read against one row of weights while that is at hand.
const BLOCK: usize = 8;

/// Rows of activations rounded to int8, each with the scale that undoes the rounding.
///
/// The values are held as `i16`: products of int8 values, added in pairs, are then one multiply-add of 16-bit lanes
/// (`pmaddwd`) even in plain SSE2.
#[derive(Debug, Default)]
pub(crate) struct Quantised {
    values: Vec<[i16; LANES]>,
    scales: Vec<f32>,
    columns: usize,
}

impl Quantised {
    /// Forgets the rows; the next have `columns` values each.
    pub(crate) fn start(&mut self, columns: usize) {
        self.values.clear();
        self.scales.clear();
        self.columns = columns;
    }

    /// Rounds one row to 255 levels of its own range.
    pub(crate) fn push(&mut self, row: &[f32]) {
        debug_assert_eq!(row.len(), self.columns);
        let top = largest(row);
        let top = if top < 1e-8 { 1e-8 } else { top };
        let steps = LEVELS / top;
        let (blocks, rest) = row.as_chunks::<LANES>();
        self.values.extend(
            blocks
                .iter()
                .map(|block| block.map(|value| round_to_i16(value * steps))),
        );
        if !rest.is_empty() {
            let mut last = [0; LANES];
            for (slot, value) in last.iter_mut().zip(rest) {
                *slot = round_to_i16(value * steps);
            }
            self.values.push(last);
        }
        self.scales.push(top / LEVELS);
    }
}

/// A linear layer: int8 weights with one scale per output, and a bias.
#[derive(Debug)]
pub(crate) struct Dense {
    /// Per output a row of weights: int8 values widened once, at load.
    weights: Vec<[i16; LANES]>,
    scales: Vec<f32>,
    bias: Vec<f32>,
    inputs: usize,
}

impl Dense {
    /// `weights` has one row of values per scale; the reader of the packed file has checked the lengths.
    pub(crate) fn new(weights: &[i8], scales: Vec<f32>, bias: Vec<f32>) -> Self {
        let inputs = (weights.len() / scales.len().max(1)).max(1);
        let mut blocks = Vec::with_capacity(scales.len() * inputs.div_ceil(LANES));
        for row in weights.chunks(inputs) {
            for part in row.chunks(LANES) {
                let mut block = [0; LANES];
                for (slot, &weight) in block.iter_mut().zip(part) {
                    *slot = i16::from(weight);
                }
                blocks.push(block);
            }
        }
        Self {
            weights: blocks,
            scales,
            bias,
            inputs,
        }
    }

    pub(crate) fn outputs(&self) -> usize {
        self.scales.len()
    }

    pub(crate) fn inputs(&self) -> usize {
        self.inputs
    }

    /// Writes one row of outputs per row of `input` to `output`, which is resized to fit.
    pub(crate) fn apply(&self, input: &Quantised, output: &mut Vec<f32>) {
        debug_assert_eq!(input.columns, self.inputs);
        let n_outputs = self.outputs();
        let n_blocks = self.inputs.div_ceil(LANES);
        output.resize(input.scales.len() * n_outputs, 0.0);
        let groups = input
            .values
            .chunks(BLOCK * n_blocks)
            .zip(input.scales.chunks(BLOCK));
        for ((rows, row_scales), output) in groups.zip(output.chunks_mut(BLOCK * n_outputs)) {
            let columns = self
                .weights
                .chunks_exact(n_blocks)
                .zip(self.scales.iter().zip(&self.bias));
            for (column, (weights, (&scale, &bias))) in columns.enumerate() {
                for (number, (row, &row_scale)) in
                    rows.chunks_exact(n_blocks).zip(row_scales).enumerate()
                {
                    output[number * n_outputs + column] =
                        dot(weights, row) as f32 * (row_scale * scale) + bias;
                }
            }
        }
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

    #[test]
    fn dense_agrees_with_floating_point_within_the_rounding_of_its_input() {
        // Neither is a multiple of what the kernel takes at a time.
        let (inputs, outputs, rows) = (83, 7, 11);
        let weights: Vec<i8> = (0..inputs * outputs)
            .map(|i| ((i * 37) % 255) as i8)
            .collect();
        let scales: Vec<f32> = (0..outputs).map(|i| 0.01 + i as f32 * 0.001).collect();
        let bias: Vec<f32> = (0..outputs).map(|i| i as f32 - 3.0).collect();
        let dense = Dense::new(&weights, scales.clone(), bias.clone());
        let mut quantised = Quantised::default();
        quantised.start(inputs);
        let input: Vec<Vec<f32>> = (0..rows)
            .map(|r| {
                (0..inputs)
                    .map(|i| ((r * 31 + i * 17) % 23) as f32 / 11.5 - 1.0)
                    .collect()
            })
            .collect();
        input.iter().for_each(|row| quantised.push(row));
        let mut output = Vec::new();
        dense.apply(&quantised, &mut output);
        for r in 0..rows {
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
        let rows: Vec<Vec<f32>> = (0..4)
            .map(|r| (0..96).map(|i| ((r + i * 7) % 13) as f32 - 6.0).collect())
            .collect();
        let (mut all, mut one) = (Quantised::default(), Quantised::default());
        all.start(96);
        rows.iter().for_each(|row| all.push(row));
        let (mut together, mut alone) = (Vec::new(), Vec::new());
        dense.apply(&all, &mut together);
        for (r, row) in rows.iter().enumerate() {
            one.start(96);
            one.push(row);
            dense.apply(&one, &mut alone);
            assert_eq!(alone, together[r * 5..(r + 1) * 5]);
        }
    }

    #[test]
    fn a_row_of_zeros_is_rounded_to_zeros() {
        let mut quantised = Quantised::default();
        quantised.start(3);
        quantised.push(&[0.0; 3]);
        assert_eq!(quantised.values, [[0; LANES]]);
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
