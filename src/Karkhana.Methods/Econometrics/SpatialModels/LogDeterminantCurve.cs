using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Methods.SparseMatrices;

namespace Karkhana.Methods.Econometrics;

/// <summary>log|I − ρW| with its first two derivatives, as one polynomial over a range of ρ.</summary>
/// <remarks>
/// In t = artanh ρ the function has no singularity near the real axis, since no eigenvalue of W lies outside the unit circle:
/// Chebyshev interpolation converges geometrically, with 65 exact determinants over all ρ up to 0.998 (129 for weights that are not
/// symmetric) and 17 over a window. The traces follow without an inverse: tr G = −f′(ρ) and tr G² = −f″(ρ) with G = W(I − ρW)⁻¹. Nodes
/// are doubled until the last coefficients are below 2e-11 of the greatest. Source: Trefethen 2013, Approximation Theory and
/// Approximation Practice, chapter 8.
/// </remarks>
internal sealed class LogDeterminantCurve
{
    private const double Reach = 3.5;
    private const int FewestNodes = 16;
    private const int MostNodes = 256;
    private const double Settled = 2e-11;

    private readonly double _middle;
    private readonly double _half;
    private readonly double[] _coefficients;

    private LogDeterminantCurve(double middle, double half, double[] coefficients) => (_middle, _half, _coefficients) = (middle, half, coefficients);

    /// <summary>Gets the least t of the curve.</summary>
    public double Low => _middle - _half;

    /// <summary>Gets the greatest t of the curve.</summary>
    public double High => _middle + _half;

    /// <summary>Gets the number of determinants that were computed.</summary>
    public int Nodes => _coefficients.Length;

    /// <summary>Computes the curve over all ρ that an estimate may take.</summary>
    public static LogDeterminantCurve Of(AutoregressiveMatrix matrix, ExecutionOptions? execution, CancellationToken cancellationToken) =>
        Over(matrix, -Reach, Reach, execution, cancellationToken);

    /// <summary>Computes determinants between two values of t until the polynomial is settled.</summary>
    public static LogDeterminantCurve Over(
        AutoregressiveMatrix matrix, double low, double high, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        (double middle, double half) = ((low + high) / 2, (high - low) / 2);
        double[] values = At(matrix, Nodes(FewestNodes, 1), execution, cancellationToken);
        while (true)
        {
            double[] coefficients = Coefficients(values);
            double tail = coefficients.AsSpan(coefficients.Length - 3).ToArray().Max(Math.Abs);
            if (tail <= Settled * coefficients.Max(Math.Abs) || values.Length > MostNodes)
            {
                return new LogDeterminantCurve(middle, half, coefficients);
            }

            int count = 2 * (values.Length - 1);
            double[] between = At(matrix, Nodes(count, 2), execution, cancellationToken);
            double[] finer = new double[count + 1];
            for (int node = 0; node <= count; node++)
            {
                finer[node] = (node & 1) == 0 ? values[node / 2] : between[node / 2];
            }

            values = finer;
        }

        double[] Nodes(int count, int step) => [.. Enumerable.Range(0, (count / step) + (step == 1 ? 1 : 0))
            .Select(node => Math.Tanh(middle + (half * Math.Cos(Math.PI * ((step * node) + step - 1) / count))))];
    }

    /// <summary>Computes a curve over −0.98 ≤ ρ ≤ 0.98 that is good enough to say where to look closer.</summary>
    public static LogDeterminantCurve Rough(AutoregressiveMatrix matrix, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        const int Count = 8;
        const double Half = 2.3;
        double[] nodes = [.. Enumerable.Range(0, Count + 1).Select(node => 2 * node == Count ? 0 : Math.Tanh(Half * Math.Cos(Math.PI * node / Count)))];
        return new LogDeterminantCurve(0, Half, Coefficients(At(matrix, nodes, execution, cancellationToken)));
    }

    /// <summary>Says whether ρ lies in the range of the curve.</summary>
    public bool Covers(double rho) => Math.Abs(Math.Atanh(rho) - _middle) <= _half;

    /// <summary>Gives f(ρ), f′(ρ) and f″(ρ).</summary>
    public (double Value, double Slope, double Curvature) At(double rho)
    {
        double x = (Math.Atanh(rho) - _middle) / _half;
        (double value, double slope, double curvature) = (0, 0, 0);
        (double t0, double d0, double c0) = (1, 0, 0);
        (double t1, double d1, double c1) = (x, 1, 0);
        foreach (double coefficient in _coefficients)
        {
            value += coefficient * t0;
            slope += coefficient * d0;
            curvature += coefficient * c0;
            double t2 = (2 * x * t1) - t0;
            double d2 = (2 * t1) + (2 * x * d1) - d0;
            double c2 = (4 * d1) + (2 * x * c1) - c0;
            (t0, d0, c0, t1, d1, c1) = (t1, d1, c1, t2, d2, c2);
        }

        double inner = 1 - (rho * rho);
        double first = 1 / (inner * _half);
        return (value, slope * first, (curvature * first * first) + (slope * 2 * rho * first / inner));
    }

    private static double[] At(AutoregressiveMatrix matrix, double[] rhos, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        double[] values = ReplicateEngine.Local.Execute(new Determinants(matrix, rhos), execution, cancellationToken).Column(0);
        int lost = Array.FindIndex(values, value => !double.IsFinite(value));
        Require.That(lost < 0, "weights", lost < 0 ? "" : FormattableString.Invariant(
            $"must let I − ρW be inverted for every ρ between −1 and 1; at ρ = {rhos[lost]} it could not"));
        return values;
    }

    private static double[] Coefficients(double[] values)
    {
        int n = values.Length - 1;
        double[] coefficients = new double[n + 1];
        for (int k = 0; k <= n; k++)
        {
            double sum = 0;
            for (int node = 0; node <= n; node++)
            {
                double share = node == 0 || node == n ? 0.5 : 1;
                sum += share * values[node] * Math.Cos(Math.PI * ((long)node * k % (2 * n)) / n);
            }

            coefficients[k] = sum * (k == 0 || k == n ? 1 : 2) / n;
        }

        return coefficients;
    }

    private sealed class Determinants(AutoregressiveMatrix matrix, double[] rhos) : IReplicateJob<ReplicateRows>
    {
        public string Stage => "determinants";

        public int Replicates => rhos.Length;

        public int BlockSize => 1;

        public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken) =>
            new(1, [.. Enumerable.Range(range.First, range.Count).Select(node => matrix.LogDeterminant(rhos[node], cancellationToken))]);
    }
}
