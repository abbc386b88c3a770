namespace Karkhana.Simulation;

/// <summary>A variant of history as the model runs it.</summary>
internal static class HistoryVariant
{
    /// <summary>Gives the parameters of a structure, which hold from the first quarter on.</summary>
    public static ClusterParameters Parameters(ClusterParameters parameters, MarketStructure structure, TubewellHistoryOptions options)
    {
        bool segmented = structure is MarketStructure.Segmented or MarketStructure.SegmentedAndSeparable;
        bool separable = structure is MarketStructure.SeparableProcesses or MarketStructure.SegmentedAndSeparable;
        double factor = separable ? options.SeparableFactor : 1;
        return parameters with
        {
            LeastScale = factor * parameters.LeastScale,
            Entry = parameters.Entry with { Workers = Math.Max(1, factor * parameters.Entry.Workers) },
            Market = parameters.Market with
            {
                FixedCostShare = factor * parameters.Market.FixedCostShare,
                UpperShare = segmented ? options.UpperShare : parameters.Market.UpperShare,
                UpperQuality = segmented ? UnitCost.Quality(parameters, options.UpperCapability) : parameters.Market.UpperQuality,
            },
        };
    }

    /// <summary>Gives what happens.</summary>
    /// <param name="demand">What demand does.</param>
    /// <param name="options">Boom and bust.</param>
    /// <param name="drop">What is left of demand after the tax.</param>
    public static ClusterScenario Scenario(DemandHistory demand, TubewellHistoryOptions options, double drop) => new()
    {
        Id = demand.ToString(),
        Events = demand switch
        {
            DemandHistory.LastingBoom => [options.Demand with { Collapse = 1 }],
            DemandHistory.BoomAndBust => [options.Demand],
            DemandHistory.TaxDrop => [new DemandPath { Start = options.Bust, GrowthQuarters = 0, Collapse = drop, CollapseQuarters = 4 }],
            _ => [],
        },
    };
}
