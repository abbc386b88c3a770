namespace Karkhana.Simulation;

/// <summary>What a variant of history gave.</summary>
/// <param name="Structure">How the branch is built.</param>
/// <param name="Demand">What demand does.</param>
/// <param name="FirmsAtStart">Firms when history begins, mean over runs.</param>
/// <param name="FirmsAtPeak">Firms when the bust begins (or would).</param>
/// <param name="FirmsAtEnd">Firms at the end.</param>
/// <param name="SmallShareAtPeak">Share of firms below ten workers when the bust begins.</param>
/// <param name="SmallLeft">Share of the smaller half of firms that left after that.</param>
/// <param name="LargeLeft">Share of the larger half.</param>
/// <param name="Difference">Mean of the differences of these two.</param>
/// <param name="Low">Lower limit of its 95 % interval over runs.</param>
/// <param name="High">Upper limit.</param>
/// <param name="RunsSmallMore">Runs in which more of the smaller half left.</param>
/// <param name="Runs">The runs.</param>
public sealed record HistoryOutcome(
    MarketStructure Structure, DemandHistory Demand, double FirmsAtStart, double FirmsAtPeak, double FirmsAtEnd, double SmallShareAtPeak,
    double SmallLeft, double LargeLeft, double Difference, double Low, double High, int RunsSmallMore, int Runs);
