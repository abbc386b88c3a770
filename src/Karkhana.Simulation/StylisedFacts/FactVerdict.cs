namespace Karkhana.Simulation;

/// <summary>Whether the model shows a stylised fact.</summary>
public enum FactVerdict
{
    /// <summary>The statistic meets its criterion.</summary>
    Reproduced,

    /// <summary>It does not.</summary>
    NotReproduced,

    /// <summary>This set-up can't show it, whatever the numbers.</summary>
    NotTestable,
}
