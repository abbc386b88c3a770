namespace Karkhana.Learning;

/// <summary>What the data of a study say of a hypothesis.</summary>
public enum Verdict
{
    /// <summary>The data agree with it, by the rule stated before looking.</summary>
    Supported,

    /// <summary>The data speak against it: its falsifier is met.</summary>
    NotSupported,

    /// <summary>The data do not decide, or were not gathered.</summary>
    CannotTell,
}
