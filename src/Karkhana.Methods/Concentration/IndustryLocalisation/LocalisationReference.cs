namespace Karkhana.Methods.Concentration;

/// <summary>What the spread of an industry is compared with.</summary>
public enum LocalisationReference
{
    /// <summary>With the share of each region in all activity.</summary>
    Total,

    /// <summary>With a table of its own.</summary>
    Given,

    /// <summary>With equal shares.</summary>
    Uniform,
}
