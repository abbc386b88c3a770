namespace Karkhana.Methods.Econometrics;

/// <summary>Where the terms of one entry of a mixed model stand.</summary>
/// <param name="Entry">The position of the entry in the options.</param>
/// <param name="Terms">Its terms.</param>
/// <param name="FirstColumn">The first of its columns within the grouping.</param>
/// <param name="FirstParameter">The first of its parameters: the lower triangle of Λ, row after row.</param>
internal sealed record RandomBlock(int Entry, IReadOnlyList<string> Terms, int FirstColumn, int FirstParameter)
{
    public int ParameterCount => Terms.Count * (Terms.Count + 1) / 2;

    /// <summary>Gives the position of a diagonal cell of Λ among all parameters.</summary>
    public int Diagonal(int term) => FirstParameter + (term * (term + 3) / 2);
}
