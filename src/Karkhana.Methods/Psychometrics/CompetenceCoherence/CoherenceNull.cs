namespace Karkhana.Methods.Psychometrics;

/// <summary>What co-occurrence is compared with.</summary>
public enum CoherenceNull
{
    /// <summary>The holders of two competences are drawn by themselves; only their numbers are kept.</summary>
    Hypergeometric,

    /// <summary>Random tables that keep how many hold each competence and how many each firm holds.</summary>
    FixedMargins,
}
