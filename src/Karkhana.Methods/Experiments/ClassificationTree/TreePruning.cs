namespace Karkhana.Methods.Experiments;

/// <summary>How far a tree is cut back.</summary>
public enum TreePruning
{
    /// <summary>To the smallest tree whose cross-validated error is within one standard error of the least one.</summary>
    OneStandardError,

    /// <summary>To the smallest tree with the least cross-validated error.</summary>
    LeastError,

    /// <summary>Not at all.</summary>
    None,
}
