namespace Karkhana.Policy;

/// <summary>Where an indicator stands between what is put in and what can be attributed.</summary>
public enum IndicatorLevel
{
    /// <summary>Money and days.</summary>
    Input,

    /// <summary>What the programme did.</summary>
    Output,

    /// <summary>Trust and joint action.</summary>
    SocialCapital,

    /// <summary>The channels of learning.</summary>
    Mechanism,

    /// <summary>Effort.</summary>
    Effort,

    /// <summary>Capability.</summary>
    Capability,

    /// <summary>Who learns from whom.</summary>
    Network,

    /// <summary>How firms do.</summary>
    Performance,

    /// <summary>What the programme is estimated to have changed.</summary>
    Attribution,
}
