//! Gauss–Jacobi quadrature: expectations of polynomials in a Beta rate, exact up to rounding.

use super::Beta;

/// Nodes in (0, 1) with weights that sum to 1.
///
/// # Formula
/// ```text
/// Σ weight · f(node) = E[f(rate)],  rate ~ Beta(a, b),  for every polynomial f of degree < 2 · nodes
/// ```
/// The nodes are the eigenvalues of the recurrence of the orthogonal polynomials, the weights the squares of the first
/// components of its eigenvectors. Costs about 10 ns times the square of the number of nodes.
///
/// Source: Golub and Welsch, *Calculation of Gauss quadrature rules*, 1969.
pub(crate) fn gauss_jacobi(rate: Beta, nodes: usize) -> Vec<(f64, f64)> {
    let (a, weight) = (rate.alpha(), rate.alpha() + rate.beta());
    let diagonal = (0..nodes).map(|k| match k as f64 {
        0.0 => rate.mean(),
        k => (2.0 * k * (k + weight - 1.0) + a * (weight - 2.0)) / ((2.0 * k + weight - 2.0) * (2.0 * k + weight)),
    });
    let beside = (1..nodes).map(|k| match k as f64 {
        1.0 => rate.variance().sqrt(),
        k => {
            let twice = 2.0 * k + weight - 2.0;
            let above = k * (k + a - 1.0) * (k + rate.beta() - 1.0) * (k + weight - 2.0);
            (above / (twice * twice * (twice + 1.0) * (twice - 1.0))).sqrt()
        }
    });
    eigenvalues(diagonal.collect(), beside.chain([0.0]).collect())
}

/// The eigenvalues of a symmetric tridiagonal matrix, each with the square of its eigenvector's first component:
/// the implicit QL method, which turns the matrix by plane rotations until nothing is left beside the diagonal.
///
/// Source: Dubrulle, Martin and Wilkinson, *The implicit QL algorithm*, 1968.
#[expect(clippy::many_single_char_names, reason = "the names of the source's algorithm")]
fn eigenvalues(mut diagonal: Vec<f64>, mut beside: Vec<f64>) -> Vec<(f64, f64)> {
    let n = diagonal.len();
    let mut first = vec![0.0; n];
    first[0] = 1.0;
    for l in 0..n {
        // Beyond `l` the matrix is not solved yet, before it each entry of the diagonal is an eigenvalue. One turn moves the
        // smallest entry beside the diagonal, that of `l`, nearer to zero; two or three turns are the rule.
        for _ in 0..100 {
            let small = |m: &usize| beside[*m].abs() <= f64::EPSILON * (diagonal[*m].abs() + diagonal[m + 1].abs());
            let m = (l..n - 1).find(small).unwrap_or(n - 1);
            if m == l {
                break;
            }
            let shift = (diagonal[l + 1] - diagonal[l]) / (2.0 * beside[l]);
            let radius = libm::hypot(shift, 1.0);
            let mut g = diagonal[m] - diagonal[l] + beside[l] / (shift + radius.copysign(shift));
            let (mut sine, mut cosine, mut carried) = (1.0, 1.0, 0.0);
            let mut split = false;
            for i in (l..m).rev() {
                let f = sine * beside[i];
                let b = cosine * beside[i];
                // No entry is above 1 or so: squares neither overflow nor lose more than a turn does.
                let radius = (f * f + g * g).sqrt();
                beside[i + 1] = radius;
                if radius == 0.0 {
                    diagonal[i + 1] -= carried;
                    beside[m] = 0.0;
                    split = true;
                    break;
                }
                (sine, cosine) = (f / radius, g / radius);
                g = diagonal[i + 1] - carried;
                let turned = (diagonal[i] - g) * sine + 2.0 * cosine * b;
                carried = sine * turned;
                diagonal[i + 1] = g + carried;
                g = cosine * turned - b;
                (first[i + 1], first[i]) =
                    (sine * first[i] + cosine * first[i + 1], cosine * first[i] - sine * first[i + 1]);
            }
            if !split {
                diagonal[l] -= carried;
                beside[l] = g;
                beside[m] = 0.0;
            }
        }
    }
    diagonal.into_iter().zip(first).map(|(node, component)| (node.clamp(0.0, 1.0), component * component)).collect()
}
