using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using Karkhana.Methods;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>Families of tests of which some nulls are true.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Tests">The tests of a family.</param>
/// <param name="TrueNulls">The true nulls among them.</param>
/// <param name="Shift">The mean of the statistics of the others.</param>
/// <param name="Correlation">The correlation of two statistics, zero or greater.</param>
public sealed record DiscoveryDesign(string Name, int Tests, int TrueNulls, double Shift, double Correlation)
{
    private const double Rate = 0.05;

    /// <summary>Gets what the false discovery rate should not exceed: the rate times the share of true nulls.</summary>
    public double Bound => Rate * TrueNulls / Tests;

    /// <summary>Gives the designs; 26 advantages by 5 channels are 130 tests.</summary>
    /// <returns>The designs.</returns>
    public static IReadOnlyList<DiscoveryDesign> All() =>
    [
        new("130 tests, all nulls true, independent", 130, 130, 0, 0),
        new("130 tests, 100 nulls true, independent", 130, 100, 3, 0),
        new("130 tests, 100 nulls true, correlation 0.5", 130, 100, 3, 0.5),
        new("26 tests, 13 nulls true, independent", 26, 13, 2.5, 0),
        new("26 tests, 13 nulls true, correlation 0.8", 26, 13, 2.5, 0.8),
    ];

    /// <summary>Draws a family and gives the share of false findings among the findings.</summary>
    /// <param name="stream">Where the draws come from.</param>
    /// <returns>The share; 0 without findings.</returns>
    public double FalseShare(RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        double common = stream.NextGaussian();
        double[] pValues = [.. Enumerable.Range(0, Tests).Select(test => StudentT.TwoSidedPValue(
            (test < TrueNulls ? 0 : Shift) + (Math.Sqrt(Correlation) * common) + (Math.Sqrt(1 - Correlation) * stream.NextGaussian()),
            double.PositiveInfinity))];
        double[] adjusted = MultipleTesting.BenjaminiHochberg(pValues);
        int found = adjusted.Count(p => p <= Rate);
        return found == 0 ? 0 : adjusted.Take(TrueNulls).Count(p => p <= Rate) / (double)found;
    }
}
