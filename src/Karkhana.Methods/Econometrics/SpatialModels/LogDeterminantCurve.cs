using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Methods.SparseMatrices;

namespace Karkhana.Methods.Econometrics;

/// <summary>log|I − ρW| with its first two derivatives, as one polynomial over all ρ that an estimate may take.</summary>
/// <remarks>
/// In t = artanh ρ the function has no singularity near the real axis, since no eigenvalue of W lies outside the unit circle:
/// Chebyshev interpolation converges geometrically, with some 60 exact determinants at most places (120 for weights that are not
/// symmetric). The traces follow without an inverse: tr G = −f′(ρ) and tr G² = −f″(ρ) with G = W(I − ρW)⁻¹. Nodes are doubled until
/// the last coefficients are below 1e-12 of the greatest. Source: Trefethen 2013, Approximation Theory and Approximation Practice,
/// chapter 8.
/// </remarks>
internal sealed class LogDeterminantCurve
{
    private const double Reach = 3.5;
    private const int FewestNodes = 16;
    private const int MostNodes = 256;
    private const double Settled = 1e-12;

    private readonly double[] _coefficients;

    private LogDeterminantCurve(double[] coefficients) => _coefficients = coefficients;

    /// <summary>Gets the greatest |ρ| that the curve covers, 0.998.</summary>
    public static double MostRho { get; } = Math.Tanh(Reach);

    /// <summary>Gets the greatest |t| that the curve covers.</summary>
    public static double MostT => Reach;

    /// <summary>Gets the number of determinants that were computed.</summary>
    public int Nodes => _coefficients.Length;

    /// <summary>Computes determinants until the polynomial is settled.</summary>
    public static LogDeterminantCurve Of(AutoregressiveMatrix matrix, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        double[] values = At(matrix, [.. Enumerable.Range(0, FewestNodes + 1).Select(node => Node(node, FewestNodes))], execution, cancellationToken);
        while (true)
        {
            double[] coefficients = Coefficients(values);
            double tail = coefficients.AsSpan(coefficients.Length - 3).ToArray().Max(Math.Abs);
            if (tail <= Settled * coefficients.Max(Math.Abs) || values.Length > MostNodes)
            {
                return new LogDeterminantCurve(coefficients);
            }

            int count = 2 * (values.Length - 1);
            double[] between = At(matrix, [.. Enumerable.Range(0, values.Length - 1).Select(node => Node((2 * node) + 1, count))], execution, cancellationToken);
            double[] finer = new double[count + 1];
            for (int node = 0; node <= count; node++)
            {
                finer[node] = (node & 1) == 0 ? values[node / 2] : between[node / 2];
            }

            values = finer;
        }
    }

    /// <summary>Gives f(ρ), f′(ρ) and f″(ρ).</summary>
    public (double Value, double Slope, double Curvature) At(double rho)
    {
        double x = Math.Atanh(rho) / Reach;
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
        double first = 1 / (inner * Reach);
        return (value, slope * first, (curvature * first * first) + (slope * 2 * rho * first / inner));
    }

    private static double Node(int node, int count) => Math.Tanh(Reach * Math.Cos(Math.PI * node / count));

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
