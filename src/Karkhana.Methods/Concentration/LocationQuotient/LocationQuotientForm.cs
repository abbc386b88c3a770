namespace Karkhana.Methods.Concentration;

/// <summary>How the share of an industry in a region is compared with its share in all regions.</summary>
public enum LocationQuotientForm
{
    /// <summary>As a ratio; 1 means no specialisation.</summary>
    Ratio,

    /// <summary>As a difference of the industry's shares in the region and in all regions.</summary>
    DifferenceOfIndustryShares,

    /// <summary>As a difference of the region's shares in the industry and in all industries.</summary>
    DifferenceOfRegionShares,
}
