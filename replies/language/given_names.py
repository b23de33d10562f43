"""Given names that say by themselves whether somebody is addressed as a woman or as a man.

Only those that say the same in English, German, French and Spanish: no Andrea, Jean or Robin.
"""

from __future__ import annotations

from typing import Final

from .gender import Gender

_NAMES: Final = {
    Gender.FEMININE: frozenset(
        "abigail adela adele adriana agatha agnes aimée alejandra alice alicia alina amanda "
        "amelia amy amélie ana angela angelika angélique anita anja anna anne annette annie "
        "antonia ariane astrid audrey aurélie barbara beatrice beatriz belinda bernadette "
        "beth betty bianca birgit brenda bridget brigitta brigitte béatrice camila carla "
        "carmen carol carolina caroline catalina catherine celia charlotte chloe chloé "
        "christa christel christiane christina christine claire clara claudia claudine "
        "colette concepción cordula corinna corinne cornelia cristina cécile céline daniela "
        "danielle deborah delphine denise diana diane dolores dominika dora doris dorothea "
        "dorothy edith eileen eleanor elena eliane elisa elisabeth elise elizabeth elke ella "
        "ellen elsa elvira emilie emily emma erika esther eva evelyn evelyne fabienne "
        "fernanda fiona florence franziska françoise frieda gabriela gabriele gabrielle "
        "geneviève georgina gertrud gillian gisela gloria grace greta gudrun hanna hannah "
        "harriet heather heidi heike helen helena helga henrietta hilda hildegard hélène "
        "ingrid inès inés irene irina irma isabel isabella isabelle jacqueline jane janet "
        "janice jasmine jeanne jeannette jennifer jessica joan joanna johanna josefina "
        "josephine joséphine joyce juana judith julia juliane julie juliette jutta karen "
        "karin karina kate katharina katherine kathleen kathrin katja katrin kerstin laura "
        "laure lena leonie leticia lilian lillian linda lisa liselotte lola lorena louisa "
        "louise lucia lucie lucille lucy lucía luisa luise lydia léa madeleine magdalena maja "
        "manon manuela margaret margarete margarita margot marguerite maria marianne marie "
        "marina marion marisa marlene marta martha martina martine mary maría mathilde maud "
        "melanie melissa mercedes michaela mireille miriam molly monica monika monique "
        "mélanie nadia nadine nancy natalia natalie nathalie nicole nina nora odile olga "
        "olivia patricia paula pauline penelope petra pilar rachel raquel rebecca regina "
        "regine renata renate rita rosa rosario rose rosemary ruth sabina sabine sabrina "
        "sally samantha sandra sara sarah sheila silke silvia simone sofia sofía sonia sonja "
        "sophia sophie stefanie stella stephanie stéphanie susan susana susanna susanne "
        "suzanne sylvia sylvie séverine tamara tanja tatiana teresa theresa thérèse ursula "
        "ute valentina valeria valérie vanessa vera veronica veronika verónica victoria "
        "viktoria virginia virginie viviane véronique wendy wilhelmina yolanda yolande yvette "
        "yvonne zoe zoé éloïse émilie".split()
    ),
    Gender.MASCULINE: frozenset(
        "aaron adam adrian adrián alain alan albert alberto alejandro alexander alexandre "
        "alfonso alfred alfredo andreas andrew andré andrés anthony antoine anton antonio "
        "armin arnaud arnold arthur arturo august axel baptiste barry bastian benedikt "
        "benjamin benoît bernard bernd bernhard bertrand björn brian bruno carl carlos "
        "charles christian christoph christophe christopher clemens clément colin craig cyril "
        "daniel dave david denis dennis derek detlef didier diego dieter dietmar dirk donald "
        "douglas edgar edmund eduardo edward emil emilio emmanuel enrique eric erich ernst "
        "esteban eugen fabian fabrice felipe felix fernando florian frank franz françois fred "
        "friedrich fritz frédéric gary geoffrey georg george georges gerald gerd gerhard "
        "gilbert gilles giovanni gonzalo gordon graham gregor gregory grégoire guillaume "
        "guillermo gustav guy gérard günter günther hans harald harold harry hartmut hector "
        "heinrich heinz helmut henri henry herbert hermann holger horst howard hubert hugo "
        "héctor ian ignacio isaac ivan iván jack jacob jacques jaime jakob james jan jason "
        "javier jeffrey jens jeremy jesús joachim joaquín jochen johann johannes john jonas "
        "jonathan jordi jorge josef joseph joshua josé juan julien julio justin jérôme jörg "
        "jürgen karl karsten keith kenneth kevin klaus konrad kurt larry lars laurent "
        "lawrence leonard leopold lorenzo lothar louis luc lucas ludwig luis lukas manfred "
        "manuel marc marcel marco marcos marcus mario mark markus martin mathieu matthew "
        "matthias matthieu mauricio max maxime maximilian michael michel miguel moritz neil "
        "nicolas nicolás niklas norbert olaf oliver olivier oscar oskar otto pablo pascal "
        "patrice patricio patrick paul pedro peter philip philipp philippe pierre rafael "
        "rainer ralf ralph ramón raphaël raymond raúl reinhard rené ricardo richard robert "
        "roberto rodolfo rodrigo roger roland rolf roman ronald rubén rudolf rüdiger salvador "
        "samuel santiago scott sebastian sergio siegfried simon stefan stephan stephen steven "
        "stuart stéphane sven sébastien theodor thierry thomas thorsten timothy tobias tomás "
        "torsten udo ulrich uwe valentin vicente victor vincent volker víctor walter wayne "
        "werner wilhelm william wolfgang xavier yann yves álvaro ángel étienne óscar".split()
    ),
}


def gender_of_given(name: str) -> Gender | None:
    """What a given name in Latin letters says; None where it is not among the common ones."""
    folded = name.casefold()
    return next((gender for gender, names in _NAMES.items() if folded in names), None)
