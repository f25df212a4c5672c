namespace Thalweg.Data;

/// <summary>What is to be learnt about a target column.</summary>
public enum TableTask
{
    /// <summary>
    /// Found out from the target: texts and booleans are classes; so are whole numbers, if there are at most 20 different
    /// ones, and only two or no more than a fifth of the rows; other numbers are quantities.
    /// </summary>
    Auto,

    /// <summary>Which of several classes a row belongs to.</summary>
    Classification,

    /// <summary>How large a number is.</summary>
    Regression,
}
