using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Competence coherence as a measure.</summary>
public static class CompetenceCoherenceMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<CompetenceHoldings, CompetenceCoherenceOptions, CompetenceCoherenceResult>(
        "psychometrics.competence-coherence",
        "Relatedness of competences by how often firms hold both, and how well those of each firm go together.",
        CompetenceCoherence.Source,
        [new InputSpec("holdings", "firm, competence; optional weight")],
        [
            new OutputSpec("competence", OutputShape.Vector, "competences in order"),
            new OutputSpec("holders", OutputShape.Vector, "firms that count and hold it"),
            new OutputSpec("relatedness", OutputShape.Matrix, "competence by competence, in standard deviations; the diagonal is null"),
            new OutputSpec("firm", OutputShape.Vector, "firms in order"),
            new OutputSpec("competences", OutputShape.Vector, "competences that the firm holds"),
            new OutputSpec("coherence", OutputShape.Vector, "mean relatedness along the maximum spanning tree; null with one competence"),
            new OutputSpec("average_relatedness", OutputShape.Vector, "mean relatedness of all pairs"),
            new OutputSpec("expected", OutputShape.Vector, "mean coherence in random tables"),
            new OutputSpec("p_value", OutputShape.Vector, "random tables at least as coherent"),
            new OutputSpec("mean_coherence", OutputShape.Scalar, "over firms with at least two competences"),
            new OutputSpec("mean_expected", OutputShape.Scalar, "its mean in random tables"),
            new OutputSpec("mean_p_value", OutputShape.Scalar, "random tables at least as coherent on the whole"),
        ],
        CompetenceHoldings.Read,
        CompetenceCoherence.Estimate);
}
