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
    string Id, string Statement, string Statistic, FactCriterion Criterion, Func<FactRuns, double>? Measure, string Remark = "")
{
    /// <summary>Gets why a population can't show the part, whatever its runs: what its firms do not differ in. Empty when it can.</summary>
    public Func<ClusterPopulation, string> Lacks { get; init; } = static _ => "";

    /// <summary>Says that all firms stand at one stage of production, if they do.</summary>
    public static string OneStage(ClusterPopulation population) => population.Firms.Select(firm => firm.Stage).Distinct().Count() < 2
        ? "cannot be tested here: all firms stand at one stage of production, so that no tie is vertical" : "";

    /// <summary>Says that all firms make one product, if they do.</summary>
    public static string OneProduct(ClusterPopulation population) => population.Firms.Select(firm => firm.Product).Distinct().Count() < 2
        ? "cannot be tested here: all firms make one product" : "";

    /// <summary>Says that no firm has a link outside, if none has.</summary>
    public static string NoLinkOutside(ClusterPopulation population) => population.Ties.All(tie => tie.Kind != ClusterTieKind.External)
        ? "cannot be tested here: no firm has a link outside at the start" : "";

    /// <summary>Says that no firms are tied, if none are.</summary>
    public static string NoTies(ClusterPopulation population) => population.Ties.All(tie => tie.Kind == ClusterTieKind.External)
        ? "cannot be tested here: no firms are tied at the start, so that there are no partners to learn from" : "";
}
