namespace Karkhana.CollectiveEfficiency;

/// <summary>What is taken for firms whose openness is not known.</summary>
public enum UnknownOpenness
{
    /// <summary>They are taken as not open.</summary>
    NotOpen,

    /// <summary>They are taken as open.</summary>
    Open,
}
