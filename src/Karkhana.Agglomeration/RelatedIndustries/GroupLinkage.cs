namespace Karkhana.Agglomeration;

/// <summary>Which two groups of industries are joined next.</summary>
public enum GroupLinkage
{
    /// <summary>Those whose union adds least to the squared distances within groups.</summary>
    Ward,

    /// <summary>Those whose members are nearest on average.</summary>
    Average,
}
