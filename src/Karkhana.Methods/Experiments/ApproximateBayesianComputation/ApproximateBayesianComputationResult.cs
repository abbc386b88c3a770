using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>The parameters that make a model give what was observed.</summary>
public sealed record ApproximateBayesianComputationResult : ITidyResult
{
    /// <summary>Gets what was believed before.</summary>
    public required JointPrior Prior { get; init; }

    /// <summary>Gets what is believed now, in the order of the priors.</summary>
    public required IReadOnlyList<ParameterPosterior> Parameters { get; init; }

    /// <summary>Gets what the model gives under the accepted sets, beside what was observed.</summary>
    public required IReadOnlyList<PredictiveCheck> Checks { get; init; }

    /// <summary>Gets the accepted sets, a value per parameter.</summary>
    public required IReadOnlyList<double[]> Values { get; init; }

    /// <summary>Gets their weights; they sum to 1.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Gets what the model gave under each set, in a run of its own after the search.</summary>
    public required IReadOnlyList<double[]> Summaries { get; init; }

    /// <summary>Gets the generations of the search.</summary>
    public required IReadOnlyList<Generation> Generations { get; init; }

    /// <summary>Gets a value indicating whether the sets were adjusted by regression to what was observed.</summary>
    public required bool Adjusted { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "posterior",
        Column.Of("term", Parameters.Select(parameter => parameter.Name), "Parameter", "Parameter of the model."),
        Column.Of("estimate", Parameters.Select(parameter => parameter.Mean), "Mean", "", "Weighted mean of the accepted sets."),
        Column.Of("std_deviation", Parameters.Select(parameter => parameter.StandardDeviation), "SD", "", "Weighted standard deviation."),
        Column.Of("conf_low", Parameters.Select(parameter => parameter.Low), "From", "", "2.5 % quantile."),
        Column.Of("median", Parameters.Select(parameter => parameter.Median), "Median", "", "Weighted median."),
        Column.Of("conf_high", Parameters.Select(parameter => parameter.High), "To", "", "97.5 % quantile."),
        Column.Of(
            "contraction", Parameters.Select(parameter => parameter.Contraction), "Contraction", "",
            "1 − variance after over variance before, of the logarithm where the prior is even in that; 0 where nothing was learned."),
        Column.Of(
            "distance_from_prior", Parameters.Select(parameter => parameter.DistanceFromPrior), "Distance", "",
            "Kolmogorov's distance between posterior and prior."),
        Column.Of(
            "identified", Parameters.Select(parameter => parameter.Identified), "Identified",
            "Whether the distance is beyond chance; if not, the observations say nothing of the parameter by themselves."));

    /// <summary>Gives the check on each summary.</summary>
    /// <returns>The table.</returns>
    public Table ToCheckTable() => PredictiveCheck.ToTable("predictive_check", Checks);
}
