namespace Karkhana.Learning;

/// <summary>One way to estimate an association: what a choice of the specification curve changes.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Term">The term of interest.</param>
/// <param name="Held">What is held equal.</param>
/// <param name="Options">Draws and errors.</param>
public sealed record SpecificationModel(
    LearningSample Sample, string Outcome, string Term, IReadOnlyList<string> Held, EquationOptions Options);
