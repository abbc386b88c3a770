namespace Karkhana.Agglomeration;

/// <summary>What a curve of an outcome in density shows.</summary>
public enum DiseconomyVerdict
{
    /// <summary>The data do not tell: no inverted U, or none that can be told from a line.</summary>
    CannotTell,

    /// <summary>The outcome rises with density up to an optimum within the data and falls beyond.</summary>
    InvertedU,
}
