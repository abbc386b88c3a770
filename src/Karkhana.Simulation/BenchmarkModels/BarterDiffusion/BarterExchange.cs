namespace Karkhana.Simulation;

/// <summary>How much changes hands when two agents trade knowledge.</summary>
public enum BarterExchange
{
    /// <summary>As many categories each way: the side that could teach more chooses by lot what it teaches.</summary>
    Paired,

    /// <summary>Every category in which one is ahead, once each is ahead in one.</summary>
    EveryGap,
}
