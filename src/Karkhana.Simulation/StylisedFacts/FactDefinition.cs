namespace Karkhana.Simulation;

/// <summary>One part of a stylised fact: a statistic of runs and its criterion.</summary>
/// <param name="Id">The fact: <c>SF1</c>.</param>
/// <param name="Statement">What the part says.</param>
/// <param name="Statistic">What is computed.</param>
/// <param name="Criterion">When it counts as the fact.</param>
/// <param name="Measure">Computes it for a replicate; NaN when the replicate has nothing to compute it from. Null when this
/// set-up can't show it.</param>
/// <param name="Remark">Why it can't be shown, or what is built into the model; empty when nothing.</param>
internal sealed record FactDefinition(
    string Id, string Statement, string Statistic, FactCriterion Criterion, Func<FactRuns, double>? Measure, string Remark = "");
