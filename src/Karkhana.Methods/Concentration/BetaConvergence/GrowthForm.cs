namespace Karkhana.Methods.Concentration;

/// <summary>How growth enters the regression.</summary>
public enum GrowthForm
{
    /// <summary>As mean growth per year: ln(end / start) over the years.</summary>
    AnnualLogGrowth,

    /// <summary>As growth over the whole period: ln(end / start).</summary>
    TotalLogGrowth,
}
