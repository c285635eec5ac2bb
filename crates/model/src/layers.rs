//! The encoder's layers: convolution block, minimal-GRU block, layer norm.
//!
//! Owns their arithmetic over the rows of one chunk. For WebAssembly the inner loops stay functions of their own: there alone
//! the compiler knows that their slices are apart, and writes vectors. Reading them from the packed file is left to `format.rs`, putting them in order
//! to `model.rs`.

use crate::kernel::Kernel;
use crate::math::{sigmoid, sum, sum_of_squares};
use crate::tensor::{Dense, Quantised};

/// Added to the variance before its root is taken, as in PyTorch's `LayerNorm`.
const NORM_EPSILON: f32 = 1e-5;

/// Buffers that layers share; their content means nothing between calls.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    pub(crate) row: Vec<f32>,
    pub(crate) quantised: Quantised,
    pub(crate) wide: Vec<f32>,
    pub(crate) narrow: Vec<f32>,
    states: Vec<f32>,
}

/// Layer normalisation with scale and shift per column.
#[derive(Debug)]
pub(crate) struct Norm {
    pub(crate) scale: Vec<f32>,
    pub(crate) shift: Vec<f32>,
}

impl Norm {
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn apply(&self, row: &mut [f32]) {
        let columns = row.len() as f32;
        let mean = sum(row) / columns;
        let deviation = (sum_of_squares(row, mean) / columns + NORM_EPSILON).sqrt();
        let inverse = 1.0 / deviation;
        for ((value, scale), shift) in row.iter_mut().zip(&self.scale).zip(&self.shift) {
            *value = (*value - mean) * inverse * scale + shift;
        }
    }
}

/// Residual block: depthwise convolution over neighbours, layer norm, then two linear layers with a rectifier between.
#[derive(Debug)]
pub(crate) struct ConvBlock {
    /// `taps × width`; the middle tap is the token itself.
    pub(crate) kernel: Vec<f32>,
    pub(crate) bias: Vec<f32>,
    pub(crate) norm: Norm,
    pub(crate) up: Dense,
    pub(crate) down: Dense,
}

impl ConvBlock {
    #[inline(always)]
    pub(crate) fn apply<K: Kernel>(&self, rows: &mut [f32], scratch: &mut Scratch) {
        let width = self.bias.len();
        let n_rows = rows.len() / width;
        let taps = self.kernel.len() / width;
        scratch.quantised.start(width);
        for row in 0..n_rows {
            scratch.row.clear();
            scratch.row.extend_from_slice(&self.bias);
            for (tap, kernel) in self.kernel.chunks_exact(width).enumerate() {
                // Neighbours beyond the chunk are zeros.
                let Some(neighbour) = (row + tap).checked_sub(taps / 2).filter(|&at| at < n_rows)
                else {
                    continue;
                };
                let neighbour = &rows[neighbour * width..(neighbour + 1) * width];
                for ((sum, weight), value) in scratch.row.iter_mut().zip(kernel).zip(neighbour) {
                    *sum += weight * value;
                }
            }
            self.norm.apply(&mut scratch.row);
            scratch.quantised.push::<K>(&scratch.row);
        }
        self.up.apply::<K>(&scratch.quantised, &mut scratch.wide);
        scratch.quantised.start(self.up.outputs());
        for row in scratch.wide.chunks_exact_mut(self.up.outputs()) {
            for value in row.iter_mut() {
                *value = if *value > 0.0 { *value } else { 0.0 };
            }
            scratch.quantised.push::<K>(row);
        }
        self.down
            .apply::<K>(&scratch.quantised, &mut scratch.narrow);
        add(rows, &scratch.narrow);
    }
}

/// Residual block: layer norm, then a bidirectional minimal GRU. Gate `z` and candidate `c` depend on the input alone, so
/// the recurrence is a scan: `h[t] = (1 - z) h[t-1] + z c`.
#[derive(Debug)]
pub(crate) struct MinGruBlock {
    pub(crate) norm: Norm,
    /// Gates, then candidates; of each the forward half, then the backward half.
    pub(crate) gates: Dense,
    pub(crate) out: Dense,
}

impl MinGruBlock {
    #[inline(always)]
    pub(crate) fn apply<K: Kernel>(&self, rows: &mut [f32], scratch: &mut Scratch) {
        let width = self.gates.inputs();
        scratch.quantised.start(width);
        for row in rows.chunks_exact(width) {
            scratch.row.clear();
            scratch.row.extend_from_slice(row);
            self.norm.apply(&mut scratch.row);
            scratch.quantised.push::<K>(&scratch.row);
        }
        self.gates.apply::<K>(&scratch.quantised, &mut scratch.wide);
        let both = self.out.inputs();
        let hidden = both / 2;
        let n_rows = rows.len() / width;
        scratch.states.clear();
        scratch.states.resize(n_rows * both, 0.0);
        scratch.row.clear();
        scratch.row.resize(both, 0.0);
        let (forward, backward) = scratch.row.split_at_mut(hidden);
        for row in 0..n_rows {
            let gates = &scratch.wide[row * 2 * both..(row + 1) * 2 * both];
            scan_step(forward, &gates[..hidden], &gates[both..both + hidden]);
            scratch.states[row * both..row * both + hidden].copy_from_slice(forward);
        }
        for row in (0..n_rows).rev() {
            let gates = &scratch.wide[row * 2 * both..(row + 1) * 2 * both];
            scan_step(backward, &gates[hidden..both], &gates[both + hidden..]);
            scratch.states[row * both + hidden..(row + 1) * both].copy_from_slice(backward);
        }
        scratch.quantised.start(both);
        for row in scratch.states.chunks_exact(both) {
            scratch.quantised.push::<K>(row);
        }
        self.out.apply::<K>(&scratch.quantised, &mut scratch.narrow);
        add(rows, &scratch.narrow);
    }
}

#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
#[cfg_attr(target_arch = "wasm32", inline(never))]
fn scan_step(state: &mut [f32], gates: &[f32], candidates: &[f32]) {
    for ((state, &gate), &candidate) in state.iter_mut().zip(gates).zip(candidates) {
        let open = sigmoid(gate);
        *state = (1.0 - open) * *state + open * candidate;
    }
}

#[inline(always)]
fn add(rows: &mut [f32], change: &[f32]) {
    for (value, change) in rows.iter_mut().zip(change) {
        *value += change;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Work;

    fn dense(outputs: usize, inputs: usize, weight: impl Fn(usize, usize) -> i8) -> Dense {
        let weights: Vec<i8> = (0..outputs * inputs)
            .map(|i| weight(i / inputs, i % inputs))
            .collect();
        Dense::new(&weights, vec![1.0 / 127.0; outputs], vec![0.0; outputs])
    }

    #[test]
    fn norm_gives_mean_zero_and_variance_one_before_scale_and_shift() {
        let norm = Norm {
            scale: vec![2.0; 4],
            shift: vec![1.0; 4],
        };
        let mut row = [1.0, 2.0, 3.0, 4.0];
        norm.apply(&mut row);
        let expected = [-1.683_28, 0.105_57, 1.894_43, 3.683_28];
        for (found, expected) in row.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-4, "{row:?}");
        }
    }

    enum Block {
        Conv(ConvBlock),
        MinGru(MinGruBlock),
    }

    /// A block over rows, by the kernel that it is packed for.
    struct Through<'a>(&'a Block, &'a mut [f32]);

    impl Work for Through<'_> {
        type Output = ();

        #[inline(always)]
        fn run<K: Kernel>(self) {
            let mut scratch = Scratch::default();
            match self.0 {
                Block::Conv(block) => block.apply::<K>(self.1, &mut scratch),
                Block::MinGru(block) => block.apply::<K>(self.1, &mut scratch),
            }
        }
    }

    fn through(block: &Block, rows: &mut [f32]) {
        let level = match block {
            Block::Conv(block) => block.up.level(),
            Block::MinGru(block) => block.gates.level(),
        };
        level.run(Through(block, rows));
    }

    /// Which rows change when only row `at` of five differs.
    fn reach(at: usize, apply: impl Fn(&mut [f32])) -> Vec<usize> {
        let width = 8;
        let plain: Vec<f32> = (0..5 * width).map(|i| ((i * 5) % 7) as f32 - 3.0).collect();
        let mut changed = plain.clone();
        changed[at * width..at * width + 3].copy_from_slice(&[9.0, -4.0, 2.5]);
        let (mut a, mut b) = (plain, changed);
        apply(&mut a);
        apply(&mut b);
        (0..5)
            .filter(|row| a[row * width..(row + 1) * width] != b[row * width..(row + 1) * width])
            .collect()
    }

    #[test]
    fn a_convolution_reaches_as_far_as_its_kernel() {
        let block = Block::Conv(ConvBlock {
            kernel: (0..3 * 8).map(|i| i as f32 / 10.0).collect(),
            bias: vec![0.1; 8],
            norm: Norm {
                scale: vec![1.0; 8],
                shift: vec![0.0; 8],
            },
            up: dense(16, 8, |o, i| ((o * 31 + i * 17) % 200) as i8),
            down: dense(8, 16, |o, i| ((o * 13 + i * 29) % 200) as i8),
        });
        assert_eq!(reach(2, |rows| through(&block, rows)), [1, 2, 3]);
        assert_eq!(reach(0, |rows| through(&block, rows)), [0, 1]);
    }

    #[test]
    fn a_minimal_gru_reaches_every_row_both_ways() {
        let block = Block::MinGru(MinGruBlock {
            norm: Norm {
                scale: vec![1.0; 8],
                shift: vec![0.0; 8],
            },
            gates: dense(16, 8, |o, i| ((o * 31 + i * 17) % 200) as i8),
            out: dense(8, 8, |o, i| ((o * 13 + i * 29) % 200) as i8),
        });
        assert_eq!(reach(2, |rows| through(&block, rows)), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn an_open_gate_takes_the_candidate_and_a_closed_one_keeps_the_state() {
        let mut state = [3.0, 3.0];
        scan_step(&mut state, &[60.0, -60.0], &[5.0, 5.0]);
        assert_eq!(state, [5.0, 3.0]);
    }
}
