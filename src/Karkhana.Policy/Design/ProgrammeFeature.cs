namespace Karkhana.Policy;

/// <summary>A feature of technology support that worked (Romijn 2001, review; framework section 8, row 8).</summary>
public enum ProgrammeFeature
{
    /// <summary>It builds the firms' own capability to assimilate, use and adapt.</summary>
    BuildsCapability,

    /// <summary>It follows what firms ask for.</summary>
    FollowsDemand,

    /// <summary>It works with groups that share a problem, and helps them to organise.</summary>
    WorksWithGroups,

    /// <summary>It uses incentives of the market.</summary>
    UsesMarketIncentives,
}
