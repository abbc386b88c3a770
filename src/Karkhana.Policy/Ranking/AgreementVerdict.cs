namespace Karkhana.Policy;

/// <summary>Whether rules and simulation say the same of a lever.</summary>
public enum AgreementVerdict
{
    /// <summary>Both place it alike.</summary>
    Agree,

    /// <summary>The rules place it well above the simulation.</summary>
    RulesPreferIt,

    /// <summary>The simulation places it well above the rules.</summary>
    SimulationPrefersIt,

    /// <summary>The rules speak against it, and in the model it has a gain.</summary>
    VetoedWithGain,
}
