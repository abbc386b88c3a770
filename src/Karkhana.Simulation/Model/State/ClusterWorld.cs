namespace Karkhana.Simulation;

/// <summary>What lies outside the firms: demand, the frontier, the conditions that scenarios change.</summary>
internal sealed class ClusterWorld
{
    private ClusterWorld(double[] logDemand, double[] frontier)
    {
        LogDemand = logDemand;
        Frontier = frontier;
    }

    /// <summary>Gets ln of the demand index by product: its own movement, before events.</summary>
    public double[] LogDemand { get; }

    /// <summary>Gets Φ by function.</summary>
    public double[] Frontier { get; }

    /// <summary>Gets or sets by what events multiply the demand for all products.</summary>
    public double DemandFactor { get; set; } = 1;

    /// <summary>Gets or sets by what events multiply the share of time with power and access of all firms.</summary>
    public double Uptime { get; set; } = 1;

    /// <summary>Gets or sets by what events multiply the least effort of all firms.</summary>
    public double LeastEffortFactor { get; set; } = 1;

    /// <summary>Gets or sets the quality that buyers ask for; −∞ unless an event sets it.</summary>
    public double QualityThreshold { get; set; } = double.NegativeInfinity;

    /// <summary>Gets or sets the share of its demand that a firm below that quality keeps.</summary>
    public double DemandBelowThreshold { get; set; } = 1;

    /// <summary>Makes the world of the start: demand at its mean, the frontier at 1.</summary>
    /// <param name="products">The number of products.</param>
    /// <param name="functions">The number of capability functions.</param>
    /// <returns>The world.</returns>
    public static ClusterWorld Of(int products, int functions)
    {
        double[] frontier = new double[functions];
        Array.Fill(frontier, 1);
        return new ClusterWorld(new double[products], frontier);
    }

    /// <summary>Takes over all that another run's world holds.</summary>
    /// <param name="other">The other world.</param>
    public void CopyFrom(ClusterWorld other)
    {
        Array.Copy(other.LogDemand, LogDemand, LogDemand.Length);
        Array.Copy(other.Frontier, Frontier, Frontier.Length);
        (DemandFactor, Uptime, LeastEffortFactor) = (other.DemandFactor, other.Uptime, other.LeastEffortFactor);
        (QualityThreshold, DemandBelowThreshold) = (other.QualityThreshold, other.DemandBelowThreshold);
    }
}
