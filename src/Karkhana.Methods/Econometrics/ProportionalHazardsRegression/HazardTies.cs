namespace Karkhana.Methods.Econometrics;

/// <summary>How events at the same time are treated.</summary>
public enum HazardTies
{
    /// <summary>As if they had come one after another in any order, approximately.</summary>
    Efron,

    /// <summary>As if all of them were at risk at each.</summary>
    Breslow,
}
