namespace Karkhana.Learning;

/// <summary>How one advantage is associated with capability: with effort and without.</summary>
/// <param name="Advantage">The id of the advantage.</param>
/// <param name="Total">With effort and without: the sum of the two.</param>
/// <param name="ThroughEffort">By way of effort, through whichever channel.</param>
/// <param name="ThroughUnnamedChannels">The part of the former that no channel of block M carries.</param>
/// <param name="WithoutEffort">Effort held equal.</param>
/// <param name="ReportedInflow">By way of knowledge that firms say came unsought; a part of what is without effort. NaN when not asked.</param>
/// <param name="ShareThroughEffort">The share of the total by way of effort; NaN where the parts have different signs or the total is
/// not clearly different from zero, for then a share says nothing.</param>
/// <param name="Firms">The fewest firms behind an equation.</param>
/// <param name="ShareMeasurement">The share of the variance of what is without effort that comes from measuring with error.</param>
public sealed record AdvantageAccount(
    string Advantage,
    PathInterval Total,
    PathInterval ThroughEffort,
    PathInterval ThroughUnnamedChannels,
    PathInterval WithoutEffort,
    PathInterval ReportedInflow,
    double ShareThroughEffort,
    int Firms,
    double ShareMeasurement);
