namespace Karkhana.Core.Exchange;

/// <summary>How an agglomeration advantage reaches the firm (framework 3.1).</summary>
public enum LearningChannel
{
    /// <summary>N: cuts current cost or raises current revenue only.</summary>
    StaticCost,

    /// <summary>C: makes a learning activity cheaper.</summary>
    CostOfEffort,

    /// <summary>R: relaxes finance or indivisibility.</summary>
    ResourcesForEffort,

    /// <summary>I: raises or lowers the expected return or the pressure to act.</summary>
    IncentiveForEffort,

    /// <summary>P: a unit of effort yields more capability.</summary>
    EffectivenessOfEffort,

    /// <summary>S: knowledge arrives without effort.</summary>
    SpilloverWithoutEffort,
}
