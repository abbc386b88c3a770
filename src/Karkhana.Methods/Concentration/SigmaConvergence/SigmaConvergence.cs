using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>Whether the dispersion of regions fell between two periods.</summary>
public static class SigmaConvergence
{
    internal const string Source = "Barro & Sala-i-Martin 1992, doi:10.1086/261816";

    /// <summary>Compares the dispersion at start and end.</summary>
    /// <remarks>
    /// Standard deviation (divisor n), or that over the mean, of the values or their logarithms; ratio = start / end,
    /// above 1 for convergence. F = s²(start) / s²(end) with divisors n − 1 and n − 1, n − 1 degrees of freedom, p
    /// twice the smaller tail. The F test takes the two periods as independent normal samples, which the same regions
    /// at two times are not: read p as a rough guide. Where dispersion at the end is 0 ratio and F are infinite; where
    /// it is 0 at both they are NaN. Missing values are refused. Cost: n.
    /// Source: Barro and Sala-i-Martin 1992, doi:10.1086/261816. Agrees with: REAT 3.0.3 sigmaconv, relative 1e-8.
    /// </remarks>
    /// <param name="regions">The values of two regions or more; above 0 where logarithms are taken.</param>
    /// <param name="options">Measure of dispersion and logarithms.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The dispersions, their ratio and the F test.</returns>
    public static SigmaConvergenceResult Estimate(
        RegionalGrowth regions,
        SigmaConvergenceOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(regions);
        options ??= new SigmaConvergenceOptions();
        regions.Check(options.Log);
        Require.That(
            regions.Start.Count >= 2, nameof(regions.Start),
            FormattableString.Invariant($"must have at least two regions; it had {regions.Start.Count}"));
        double[] start = [.. regions.Start.Select(value => options.Log ? Math.Log(value) : value)];
        double[] end = [.. regions.End.Select(value => options.Log ? Math.Log(value) : value)];
        double degrees = start.Length - 1;
        double before = Dispersion(start, options.Measure);
        double after = Dispersion(end, options.Measure);
        double statistic = Sums.Variance(start) / Sums.Variance(end);
        return new SigmaConvergenceResult
        {
            Start = before,
            End = after,
            Ratio = before / after,
            Statistic = statistic,
            DegreesOfFreedom = degrees,
            PValue = PValue(statistic, degrees),
            Notes =
            [
                .. UnitNotes.When(
                    double.IsNaN(statistic), "no-dispersion",
                    "The regions are alike at start and end: nothing can be compared."),
                .. UnitNotes.When(
                    options.Measure == DispersionMeasure.Cv && !(Sums.Mean(start) > 0 && Sums.Mean(end) > 0), "mean-not-positive",
                    "A mean is not above 0: the coefficient of variation says nothing. Use the measure sd."),
            ],
            Provenance = new Provenance(
                "concentration.sigma-convergence", $"measure = {options.Measure}, log = {options.Log}", Source),
        };
    }

    private static double Dispersion(double[] values, DispersionMeasure measure)
    {
        double deviation = Math.Sqrt(Sums.Variance(values) * (values.Length - 1) / values.Length);
        return measure == DispersionMeasure.Cv ? deviation / Sums.Mean(values) : deviation;
    }

    /// <summary>Gives twice the smaller tail of F with as many degrees of freedom above as below.</summary>
    private static double PValue(double statistic, double degrees)
    {
        // The tail below F is that above 1/F.
        double tail = FisherF.UpperTail(Math.Max(statistic, 1 / statistic), degrees, degrees);
        return Math.Min(1, 2 * tail);
    }
}
