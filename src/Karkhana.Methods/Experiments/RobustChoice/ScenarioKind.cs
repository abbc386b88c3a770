namespace Karkhana.Methods.Experiments;

/// <summary>Where scenarios come from.</summary>
public enum ScenarioKind
{
    /// <summary>Drawn at random from what is uncertain: others might have been drawn.</summary>
    Draws,

    /// <summary>Chosen one by one: there are no others.</summary>
    Chosen,
}
