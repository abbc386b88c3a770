using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Latent scores as a measure.</summary>
public static class ItemResponseScoreMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ScoredResponses, ItemResponseScoreOptions, ItemResponseScoreResult>(
        "psychometrics.item-response-score",
        "Latent scores for given item parameters.",
        ItemResponseScore.Source,
        [new InputSpec("responses", ScoredResponses.ResponseRoles), new InputSpec("parameters", ScoredResponses.ParameterRoles)],
        [
            new OutputSpec("row", OutputShape.Vector, "1, 2, ... in the order of the table"),
            new OutputSpec("score", OutputShape.Vector, "theta"),
            new OutputSpec("std_error", OutputShape.Vector, "standard error"),
            new OutputSpec("answered", OutputShape.Vector, "items answered"),
            new OutputSpec("marginal_likelihood", OutputShape.Vector, "eap only; 0 on very long forms, see the logarithm"),
            new OutputSpec("log_marginal_likelihood", OutputShape.Vector, "eap only"),
            new OutputSpec("empirical_reliability", OutputShape.Scalar, "over all rows with a finite score"),
        ],
        ScoredResponses.Read,
        ItemResponseScore.Estimate);
}
