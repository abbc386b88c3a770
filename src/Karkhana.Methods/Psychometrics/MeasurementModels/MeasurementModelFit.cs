using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Maximum-likelihood estimates of a measurement model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Moments">What it was fitted to, by group.</param>
/// <param name="Parameters">The estimates.</param>
/// <param name="Statistic">Σ n_g F_g, the likelihood-ratio chi-square against free means and covariances.</param>
/// <param name="Covariance">The inverse expected information, or null when it has none.</param>
/// <param name="Converged">Whether the scores vanished.</param>
internal sealed record MeasurementModelFit(
    MeasurementModel Model,
    IReadOnlyList<GroupMoments> Moments,
    Vector<double> Parameters,
    double Statistic,
    Matrix<double>? Covariance,
    bool Converged)
{
    /// <summary>Climbs the likelihood by Fisher scoring, steps halved until it rises.</summary>
    /// <remarks>
    /// F_g = ln|Σ| − ln|S| + tr(SΣ⁻¹) − p + (x̄ − μ)′Σ⁻¹(x̄ − μ), the groups being path diagrams that share parameters.
    /// Source: Jöreskog 1969, doi:10.1007/BF02289343; Jöreskog 1971, doi:10.1007/BF02291366.
    /// </remarks>
    public static MeasurementModelFit Of(MeasurementModel model, IReadOnlyList<GroupMoments> moments, CancellationToken cancellationToken)
    {
        DiagramLikelihood likelihood = new(
            [.. Enumerable.Range(0, moments.Count).Select(model.Diagram)],
            [.. moments.Select((own, group) => new MomentBlock(
                group, [.. Enumerable.Range(0, own.Items)], own.Respondents, own.Means, own.Covariances))],
            model.Parameters);
        Vector<double> start = model.Parametrise([.. moments.Select(group => StartingMatrices.Of(group, model.Constructs))]);
        var search = ScoringSearch.Minimise(likelihood, start, cancellationToken);
        double perfect = moments.Aggregate(0.0, (sum, group) => sum + (group.Respondents * (group.LogDeterminant + group.Items)));
        return new MeasurementModelFit(
            model, moments, search.Point, Math.Max(0, search.Value - perfect),
            DiagramLikelihood.Invert(likelihood.DerivativesAt(search.Point).Information), search.Converged);
    }

    /// <summary>Gives the standard error of a parameter; NaN when the information has no inverse.</summary>
    public double StandardError(int position) => Covariance is null ? double.NaN : Math.Sqrt(Covariance[position, position]);

    /// <summary>Gives the fit indices; SRMR is the mean over groups, weighted by respondents.</summary>
    public FitIndices Indices()
    {
        int items = Moments[0].Items;
        (double saturated, double baseline, double residuals, int respondents) = (0, 0, 0, 0);
        for (int group = 0; group < Moments.Count; group++)
        {
            GroupMoments own = Moments[group];
            respondents += own.Respondents;
            saturated -= own.Respondents / 2.0 * ((items * (Math.Log(2 * Math.PI) + 1)) + own.LogDeterminant);
            baseline += own.IndependenceStatistic();
            residuals += own.Respondents * StandardisedResiduals.RootMeanSquare(
                new SaturatedMoments(own.Means, own.Covariances, true), Model.Diagram(group).At(Parameters), Model.HasMeans);
        }

        return new FitIndices
        {
            Statistic = Statistic,
            DegreesOfFreedom = Model.DegreesOfFreedom,
            BaselineStatistic = baseline,
            BaselineDegreesOfFreedom = Moments.Count * items * (items - 1) / 2,
            Srmr = residuals / respondents,
            LogLikelihood = saturated - (Statistic / 2),
            Parameters = Model.Parameters,
            Cases = respondents,
            Groups = Moments.Count,
        };
    }
}
