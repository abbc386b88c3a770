namespace Karkhana.Methods.Concentration;

/// <summary>Whose shares are compared.</summary>
public enum SpecialisationUnit
{
    /// <summary>The regional shares of each industry: concentration.</summary>
    Industry,

    /// <summary>The industry shares of each region: specialisation.</summary>
    Region,
}
