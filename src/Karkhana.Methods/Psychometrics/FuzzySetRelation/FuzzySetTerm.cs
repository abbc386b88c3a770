namespace Karkhana.Methods.Psychometrics;

/// <summary>How far a term is sufficient or necessary for the outcome.</summary>
/// <param name="Condition">The name: <c>a</c>, <c>~a</c> or <c>a*b</c>.</param>
/// <param name="SufficiencyConsistency">Σ min / Σ x.</param>
/// <param name="SufficiencyCoverage">Σ min / Σ y.</param>
/// <param name="NecessityConsistency">Σ min / Σ y.</param>
/// <param name="NecessityCoverage">Σ min / Σ x.</param>
/// <param name="ProportionalReduction">Sufficiency with what also speaks for the absence of the outcome taken
/// out.</param>
/// <param name="RelevanceOfNecessity">Σ (1 − x) / Σ (1 − min): low when nearly every case has the condition.</param>
public sealed record FuzzySetTerm(
    string Condition,
    double SufficiencyConsistency,
    double SufficiencyCoverage,
    double NecessityConsistency,
    double NecessityCoverage,
    double ProportionalReduction,
    double RelevanceOfNecessity);
