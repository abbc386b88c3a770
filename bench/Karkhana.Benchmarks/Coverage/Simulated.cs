using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>Samples of two correlated regressors, of which the second does nothing.</summary>
internal sealed class Simulated
{
    public const string Outcome = "y";
    public const string Acting = "x1";
    public const string Idle = "x2";

    private Simulated(double[] first, double[] second) => (First, Second) = (first, second);

    public double[] First { get; }

    public double[] Second { get; }

    public static ModelSpecification Model { get; } = new() { Outcome = Outcome, Terms = [Acting, Idle] };

    public static Simulated Of(double[] first, double[] second) => new(first, second);

    /// <summary>Draws regressors with correlation 0.3.</summary>
    public static Simulated Draw(int rows, RandomStream stream)
    {
        double[] first = Normal(rows, stream);
        return new Simulated(first, [.. first.Select(value => (0.3 * value) + (Math.Sqrt(1 - 0.09) * stream.NextGaussian()))]);
    }

    /// <summary>Draws regressors of which a part is common to the rows of a group.</summary>
    public static Simulated Grouped(int[] groups, double share, RandomStream stream) =>
        new(WithGroups(groups, share, stream), WithGroups(groups, share, stream));

    public static double[] Normal(int rows, RandomStream stream) => [.. Enumerable.Range(0, rows).Select(_ => stream.NextGaussian())];

    /// <summary>Draws normal values of variance 1, of which a share is common to the rows of a group.</summary>
    public static double[] WithGroups(int[] groups, double share, RandomStream stream)
    {
        double[] common = Normal(groups.Max() + 1, stream);
        return [.. groups.Select(group => (Math.Sqrt(share) * common[group]) + (Math.Sqrt(1 - share) * stream.NextGaussian()))];
    }

    public static int[] Groups(int count, int size) => [.. Enumerable.Range(0, count * size).Select(row => row / size)];

    public RegressionSample Sample(Func<int, double> outcome) => new(Table.Of(
        "sample",
        Column.Of(Outcome, [.. Enumerable.Range(0, First.Length).Select(outcome)]),
        Column.Of(Acting, First),
        Column.Of(Idle, Second)));

    public static CoverageTrial Judge(CoefficientTable coefficients, double truth) => CoverageTrial.Of(coefficients, Acting, truth, Idle);
}
