namespace Karkhana.Methods.Econometrics;

/// <summary>What a study is to find out.</summary>
public enum SampleDesign
{
    /// <summary>A share, to within a margin.</summary>
    Proportion,

    /// <summary>Whether two means differ.</summary>
    Difference,

    /// <summary>Whether an association goes through a mediator: both of its paths differ from 0.</summary>
    Mediation,
}
