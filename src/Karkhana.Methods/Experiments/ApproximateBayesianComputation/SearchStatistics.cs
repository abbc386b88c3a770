namespace Karkhana.Methods.Experiments;

/// <summary>By what runs are compared with what was observed.</summary>
public enum SearchStatistics
{
    /// <summary>By estimates of the parameters: regressions on the summaries, learned from the runs of the prior (Fearnhead and Prangle 2012).</summary>
    Estimates,

    /// <summary>By the summaries themselves, in standard errors.</summary>
    Summaries,
}
