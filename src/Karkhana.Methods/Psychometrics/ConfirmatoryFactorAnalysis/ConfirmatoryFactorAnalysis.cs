using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Correlated factors, each measured by its own items.</summary>
public static class ConfirmatoryFactorAnalysis
{
    internal const string Source =
        "Jöreskog 1969, doi:10.1007/BF02289343; Fornell & Larcker 1981, doi:10.1177/002224378101800104; Bentler 1990, doi:10.1037/0033-2909.107.2.238; "
        + "Browne & Cudeck 1992, doi:10.1177/0049124192021002005";

    /// <summary>Estimates the model by maximum likelihood.</summary>
    /// <remarks>
    /// Σ = ΛΦΛ′ + U, every item on one construct, factor variances 1. F = ln|Σ| − ln|S| + tr(SΣ⁻¹) − p with S of divisor N;
    /// statistic N·F; standardised loading l/√Σ_jj; average variance extracted = mean squared standardised loading of a
    /// construct, its root to be compared with the factor correlations. Standard errors from the expected information.
    /// CFI, TLI, RMSEA (90 % limits) and SRMR after Bentler. Fisher scoring with analytic scores; residual variances and
    /// factor correlations are not bounded: improper solutions and searches that stopped early are noted. Loadings of a
    /// construct are turned so that their sum is not negative. Respondents with a missing answer are left out. Assumes
    /// normal items, more respondents than items.
    /// Cost: n·p², then about ten to fifty steps of t²·p for t parameters.
    /// Source: Jöreskog 1969, doi:10.1007/BF02289343; Fornell and Larcker 1981, doi:10.1177/002224378101800104; Bentler
    /// 1990, doi:10.1037/0033-2909.107.2.238; Browne and Cudeck 1992, doi:10.1177/0049124192021002005.
    /// Agrees with: lavaan cfa(std.lv = TRUE, likelihood = "normal"), relative 1e-4.
    /// </remarks>
    /// <param name="responses">Answers to the items.</param>
    /// <param name="options">The items of each construct.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between steps.</param>
    /// <returns>Loadings, factor correlations and the fit.</returns>
    /// <exception cref="ArgumentException">An item belongs to no construct or to two, a construct has one item, there are
    /// fewer covariances than parameters, an item does not vary, or too few respondents.</exception>
    public static ConfirmatoryFactorAnalysisResult Estimate(
        ItemResponses responses,
        ConfirmatoryFactorAnalysisOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        FactorSample sample = FactorSample.Of(responses, leastItems: 3);
        ConstructItems constructs = ConstructItems.Of(options.Constructs, responses.Items, nameof(options.Constructs));
        MeasurementModel model = MeasurementModel.Of(constructs);
        model.RequireIdentified(nameof(options.Constructs));
        sample.RequirePositiveDefinite("maximum likelihood");
        MeasurementModelFit fit = MeasurementModelFit.Of(model, [GroupMoments.Of(sample)], cancellationToken);
        return Result(fit, responses.Items, [.. sample.Notes, .. MeasurementModelNotes.Of(fit, responses.Items)]);
    }

    private static ConfirmatoryFactorAnalysisResult Result(MeasurementModelFit fit, IReadOnlyList<string> items, IReadOnlyList<Note> notes)
    {
        (MeasurementModel model, ConstructItems constructs) = (fit.Model, fit.Model.Constructs);
        ModelMatrices matrices = model.At(fit.Parameters, 0);
        double[] signs = [.. matrices.Loadings.EnumerateColumns().Select(column => Sums.Sum(column.ToArray()) < 0 ? -1.0 : 1.0)];
        double[] loadings = [.. constructs.ConstructOf.Select((own, item) => signs[own] * matrices.Loadings[item, own])];
        Vector<double> implied = matrices.Covariances().Diagonal();
        double[] standardised = [.. loadings.Select((loading, item) => loading / Math.Sqrt(implied[item]))];
        int count = signs.Length;
        return new ConfirmatoryFactorAnalysisResult(fit.Indices())
        {
            Items = items,
            Constructs = constructs.Constructs,
            ConstructOf = [.. constructs.ConstructOf.Select(own => constructs.Constructs[own])],
            Loadings = loadings,
            StandardErrors = [.. items.Select((_, item) => fit.StandardError(model.Loading(0, item)))],
            StandardisedLoadings = standardised,
            ResidualVariances = [.. matrices.Residuals],
            AverageVarianceExtracted = [.. Enumerable.Range(0, count).Select(own => MeanSquare(
                [.. standardised.Where((_, item) => constructs.ConstructOf[item] == own)]))],
            FactorCorrelations = Matrix<double>.Build.Dense(
                count, count, (a, b) => signs[a] * signs[b] * matrices.FactorCovariances[a, b]).ToArray(),
            FactorCorrelationErrors = Matrix<double>.Build.Dense(
                count, count, (a, b) => a == b ? double.NaN : fit.StandardError(model.FactorCovariance(0, a, b))).ToArray(),
            Notes = notes,
            Provenance = new Provenance(
                "psychometrics.confirmatory-factor-analysis", $"constructs = {constructs.Text(items)}", Source),
        };
    }

    private static double MeanSquare(double[] loadings) => Sums.Dot(loadings, loadings) / loadings.Length;
}
