namespace Karkhana.Methods.Experiments;

/// <summary>Which peel is the best one.</summary>
public enum PeelObjective
{
    /// <summary>The one that leaves the greatest density.</summary>
    Density,

    /// <summary>The one with the greatest gain of density for each case that it takes: fair to peels of unequal size, as with
    /// ties and categories.</summary>
    GainPerMass,
}
