namespace Karkhana.Simulation;

/// <summary>A part of a stylised fact and whether the model shows it.</summary>
/// <param name="Id">The fact: <c>SF1</c>.</param>
/// <param name="Statement">What it says.</param>
/// <param name="Statistic">What was computed.</param>
/// <param name="Value">The mean over replicates; NaN when not testable.</param>
/// <param name="Low">The lower limit of its 95 % interval over replicates.</param>
/// <param name="High">The upper limit.</param>
/// <param name="Replicates">The replicates that had something to compute it from.</param>
/// <param name="Criterion">When it counts as the fact.</param>
/// <param name="Verdict">Whether the model shows it.</param>
/// <param name="Remark">Why it is not testable, or what is built into the model; empty when nothing.</param>
/// <param name="Source">Where the fact comes from.</param>
public sealed record StylisedFact(
    string Id, string Statement, string Statistic, double Value, double Low, double High, int Replicates, string Criterion,
    FactVerdict Verdict, string Remark, string Source);
