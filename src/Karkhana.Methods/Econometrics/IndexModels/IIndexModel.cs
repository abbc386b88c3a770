namespace Karkhana.Methods.Econometrics;

/// <summary>A model in which a row depends on its terms only through the index x'b, and perhaps on one shape
/// parameter.</summary>
internal interface IIndexModel
{
    /// <summary>Gives the log-likelihood of a row with its derivatives.</summary>
    RowLikelihood At(int row, double index, double shape);
}
