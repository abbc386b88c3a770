namespace Karkhana.Core.Policies;

/// <summary>The facts of a firm by which policies choose: the words of eligibility conditions and of take-up slopes.</summary>
public static class FirmFacts
{
    /// <summary>Workers.</summary>
    public const string Size = "size";

    /// <summary>Absorptive capacity γ from 0 to 1.</summary>
    public const string AbsorptiveCapacity = "AC";

    /// <summary>Mean capability K.</summary>
    public const string Capability = "capability";

    /// <summary>The logarithm of the firm's incentive over the base incentive.</summary>
    public const string Incentive = "rho";

    /// <summary>Kilometres to the centre of the firm's place.</summary>
    public const string Distance = "distanceKm";

    /// <summary>1 for a member of an association, else 0.</summary>
    public const string AssociationMember = "associationMember";

    /// <summary>Years since the firm began.</summary>
    public const string Age = "age";

    /// <summary>1 in a cluster, 0 dispersed.</summary>
    public const string Clustered = "clustered";

    /// <summary>Education of the owner from 0 to 1.</summary>
    public const string Education = "education";

    /// <summary>Ties to other firms.</summary>
    public const string Ties = "ties";

    /// <summary>Cash.</summary>
    public const string Cash = "cash";

    /// <summary>Gets all facts.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Size, AbsorptiveCapacity, Capability, Incentive, Distance, AssociationMember, Age, Clustered, Education, Ties, Cash,
    ];
}
