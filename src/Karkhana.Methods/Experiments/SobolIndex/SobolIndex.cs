using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Which inputs of a model the variance of its output comes from.</summary>
public static class SobolIndex
{
    internal const string Source =
        "Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018; Jansen 1999, doi:10.1016/S0010-4655(98)00154-4; Homma & Saltelli 1996, doi:10.1016/0951-8320(96)00002-6; Martinez 2011; Efron 1982, doi:10.1137/1.9781611970319";

    /// <summary>Estimates first-order, total and second-order indices.</summary>
    /// <remarks>
    /// With A, B, M_i (A with input i from B) and variance V: saltelli S = mean(B(M − A))/V, T = mean((A − M)²)/2V; jansen S = 1 − mean((B −
    /// M)²)/2V; homma T = 1 − (mean(AM) − mean(A)²)/V; saltelli-2007 T = mean(A(A − M))/V; martinez S = cor(B, M), T = 1 − cor(A, M).
    /// S_ij = mean(R_i M_j − AB)/V − S_i − S_j with R_i = B with input i from A. Intervals: percentiles of bootstrap samples of base points; without
    /// bootstrap leaving out one base point at a time, with Student's t. Convergence: the indices of the first half of the base points, and the largest
    /// change from it. Assumes inputs independent of one another and base points that are too: with low-discrepancy points intervals are as a rule
    /// too wide. A true index lies in [0, 1]; an estimate outside is sampling error, and a note says so with its interval.
    /// Cost: base points times (inputs + pairs), times bootstrap samples. Source: Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018, table 2;
    /// Jansen 1999, doi:10.1016/S0010-4655(98)00154-4; Homma and Saltelli 1996, doi:10.1016/0951-8320(96)00002-6; Martinez 2011; Efron 1982,
    /// doi:10.1137/1.9781611970319 (leaving out). Agrees with: SALib 1.5 (saltelli, centred), sensitivity 1.27 soboljansen, sobolmartinez and
    /// sobol2007 (variance sample, not centred), relative 1e-9.
    /// </remarks>
    /// <param name="evaluations">What the model gave, by base point and block.</param>
    /// <param name="options">Estimator, variance, intervals.</param>
    /// <param name="execution">Workers for the bootstrap.</param>
    /// <param name="cancellationToken">Looked at between base points and samples.</param>
    /// <returns>The indices; NaN when the output does not vary.</returns>
    public static SobolIndexResult Estimate(
        SobolEvaluations evaluations, SobolIndexOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(evaluations);
        options ??= new SobolIndexOptions();
        SobolKernel kernel = new(evaluations, options);
        int points = evaluations.BaseCount;
        double[] indices = kernel.Indices(ResampledStatistic.Apart(points));
        double[] half = FirstHalf.Of(points, kernel.Width, kernel.Indices);
        BootstrapIntervals intervals = options.Resamples == 0
            ? kernel.LeaveOneOut(indices, options.Level, cancellationToken)
            : BootstrapIntervals.Of(
                new ResampledStatistic("base points drawn", (options.Resamples, options.Seed), ResampledStatistic.Apart(points), kernel.Width, kernel.Indices)
                    .Draw(execution, cancellationToken),
                kernel.Width,
                options.Level);
        return Of(evaluations.Names, indices, half, intervals) with
        {
            Notes = SobolNotes.Of(indices, half, intervals, evaluations.Names, options),
            Provenance = new Provenance(
                "experiments.sobol-index",
                FormattableString.Invariant(
                    $"estimator = {options.Estimator}, variance = {options.Variance}, centred = {options.Centred}, {options.IntervalText}"),
                Source,
                options.UsedSeed),
        };
    }

    private static SobolIndexResult Of(IReadOnlyList<string> names, double[] indices, double[] half, BootstrapIntervals intervals)
    {
        int inputs = names.Count;
        return new SobolIndexResult
        {
            Variables = names,
            FirstOrder = indices[..inputs],
            FirstOrderConfLow = intervals.Low[..inputs],
            FirstOrderConfHigh = intervals.High[..inputs],
            Total = indices[inputs..(2 * inputs)],
            TotalConfLow = intervals.Low[inputs..(2 * inputs)],
            TotalConfHigh = intervals.High[inputs..(2 * inputs)],
            SecondOrder = Triangle(indices, inputs),
            SecondOrderConfLow = Triangle(intervals.Low, inputs),
            SecondOrderConfHigh = Triangle(intervals.High, inputs),
            FirstOrderHalf = half[..inputs],
            TotalHalf = half[inputs..(2 * inputs)],
            GreatestChange = FirstHalf.GreatestChange(indices.AsSpan(0, 2 * inputs), half.AsSpan(0, 2 * inputs)),
            Notes = [],
            Provenance = new Provenance("experiments.sobol-index", "", Source),
        };
    }

    /// <summary>Puts pairs into the upper triangle of a matrix; all NaN when there are none.</summary>
    private static double[] Triangle(double[] indices, int inputs)
    {
        double[] matrix = new double[inputs * inputs];
        Array.Fill(matrix, double.NaN);
        int place = 2 * inputs;
        for (int input = 0; input < inputs && place < indices.Length; input++)
        {
            for (int other = input + 1; other < inputs; other++)
            {
                matrix[(input * inputs) + other] = indices[place++];
            }
        }

        return matrix;
    }
}
