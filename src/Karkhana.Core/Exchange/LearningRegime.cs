namespace Karkhana.Core.Exchange;

/// <summary>What holds a firm's learning back (framework 3.3.3).</summary>
public enum LearningRegime
{
    /// <summary>Nothing but cost against return: effectiveness works first, then incentive and cost.</summary>
    Interior,

    /// <summary>The wanted effort is not affordable: money and cost work, incentive does not.</summary>
    Liquidity,

    /// <summary>The firm does the smallest project that makes sense: effectiveness works.</summary>
    AtMinimum,

    /// <summary>No project: the least step is too large, or cannot be paid.</summary>
    Threshold,
}
