namespace Karkhana.CollectiveEfficiency;

/// <summary>Along which line joint actions are told apart.</summary>
public enum JointActionAxis
{
    /// <summary>All together.</summary>
    Total,

    /// <summary>The four types of the studies of 1999: backward, forward, horizontal between two, multilateral.</summary>
    Type,

    /// <summary>Vertical along the chain, or horizontal between producers of the same.</summary>
    Direction,

    /// <summary>Between two or among many.</summary>
    Partners,

    /// <summary>With institutes, and with partners outside the cluster; neither vertical nor horizontal.</summary>
    Beyond,
}
