namespace Karkhana.Methods.Concentration;

/// <summary>The cluster index has nothing to set.</summary>
public sealed record ClusterIndexOptions;
