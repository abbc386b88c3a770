namespace Karkhana.Methods.Concentration;

/// <summary>Where the reference shares of the regions come from.</summary>
public enum PlantReference
{
    /// <summary>From the employment of all listed plants.</summary>
    Plants,

    /// <summary>From a table of its own.</summary>
    Given,
}
