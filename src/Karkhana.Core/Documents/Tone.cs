namespace Karkhana.Core.Documents;

/// <summary>How a paragraph is to be read.</summary>
public enum Tone
{
    /// <summary>As text.</summary>
    Plain,

    /// <summary>As a finding.</summary>
    Finding,

    /// <summary>As a caution.</summary>
    Caution,
}
