<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AccountDialog</name>
    <message>
        <source>Change an account</source>
        <translation>Изменить ящик</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Добавить ящик</translation>
    </message>
    <message>
        <source>Try to sign in</source>
        <translation>Проверить вход</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Keep the account</source>
        <translation>Сохранить ящик</translation>
    </message>
    <message>
        <source>Both servers are being tried.</source>
        <translation>Проверяются оба сервера.</translation>
    </message>
    <message>
        <source>Only a server on this computer may go without protection: choose TLS or STARTTLS.</source>
        <translation>Без защиты может работать только сервер на этом компьютере: выберите TLS или STARTTLS.</translation>
    </message>
    <message>
        <source>Give your mail address, such as ana@shop.example.</source>
        <translation>Укажите ваш почтовый адрес, например ana@shop.example.</translation>
    </message>
    <message>
        <source>Give the server for incoming mail by its name alone, such as imap.shop.example.</source>
        <translation>Укажите сервер входящей почты, только его имя: например, imap.shop.example.</translation>
    </message>
    <message>
        <source>Give the server for outgoing mail by its name alone, such as smtp.shop.example.</source>
        <translation>Укажите сервер исходящей почты, только его имя: например, smtp.shop.example.</translation>
    </message>
    <message>
        <source>Give the further address, such as orders@shop.example, or remove its line.</source>
        <translation>Укажите этот адрес, например orders@shop.example, или уберите его строку.</translation>
    </message>
    <message>
        <source>This address is listed twice: change it, or remove its line.</source>
        <translation>Этот адрес стоит здесь дважды: измените его или уберите строку.</translation>
    </message>
    <message>
        <source>Give the password. It is kept in the keyring of your system and nowhere else.</source>
        <translation>Укажите пароль. Он лежит в хранилище паролей вашей системы и больше нигде.</translation>
    </message>
    <message>
        <source>Letters come to this computer and stay here; only your mail servers are asked. The password goes into the keyring of your system.</source>
        <translation>Письма приходят на этот компьютер и остаются на нём; программа обращается только к вашим почтовым серверам. Пароль лежит в хранилище паролей вашей системы.</translation>
    </message>
    <message>
        <source>Your mail account.</source>
        <translation>Ваш почтовый ящик.</translation>
    </message>
    <message>
        <source>Try usual names</source>
        <translation>Попробовать обычные имена</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Скопировать адрес</translation>
    </message>
    <message>
        <source>Both servers were found; where each comes from stands under it.</source>
        <translation>Оба сервера найдены; откуда взят каждый, написано под ним.</translation>
    </message>
    <message>
        <source>Usual names can be tried: those servers then learn that somebody asks, not your address.</source>
        <translation>Можно попробовать обычные имена: эти серверы узнают, что кто-то спрашивает, но не ваш адрес.</translation>
    </message>
    <message>
        <source>Your browser shows the provider&apos;s page. Allow the access there.</source>
        <translation>В браузере открыта страница входа. Разрешите доступ там.</translation>
    </message>
    <message>
        <source>The browser did not open. Copy the address, and open it yourself.</source>
        <translation>Браузер не открылся. Скопируйте адрес и откройте его сами.</translation>
    </message>
    <message>
        <source>You are signed in. It is kept, in the keyring, with the account.</source>
        <translation>Вход выполнен. Он сохранится в хранилище паролей вместе с ящиком.</translation>
    </message>
    <message>
        <source>It was called off; nothing was changed.</source>
        <translation>Остановлено; ничего не изменилось.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>The servers are being looked for.</source>
        <translation>Ищем серверы.</translation>
    </message>
    <message>
        <source>Your browser is being opened.</source>
        <translation>Открываем браузер.</translation>
    </message>
    <message>
        <source>Give the client ID as it stands on the provider&apos;s page, without a blank.</source>
        <translation>Укажите ID клиента так, как он записан на странице почтовой службы, без пробелов.</translation>
    </message>
    <message>
        <source>Sign in first: the button opens your browser. Then keep the account.</source>
        <translation>Сначала войдите: кнопка откроет браузер. Потом сохраните ящик.</translation>
    </message>
</context>
<context>
    <name>AccountErrands</name>
    <message>
        <source>Thank you</source>
        <translation>Спасибо</translation>
    </message>
    <message>
        <source>Soft Answer has the answer and goes on by itself. You can close this page.</source>
        <translation>Soft Answer получил ответ и продолжит сам. Эту страницу можно закрыть.</translation>
    </message>
</context>
<context>
    <name>AccountFields</name>
    <message>
        <source>Incoming mail (IMAP)</source>
        <translation>Входящая почта (IMAP)</translation>
    </message>
    <message>
        <source>Outgoing mail (SMTP)</source>
        <translation>Исходящая почта (SMTP)</translation>
    </message>
    <message>
        <source>ana@shop.example</source>
        <translation>ana@shop.example</translation>
    </message>
    <message>
        <source>as customers see it in From</source>
        <translation>как его увидят покупатели</translation>
    </message>
    <message>
        <source>mostly the address</source>
        <translation>обычно сам адрес</translation>
    </message>
    <message>
        <source>{name} asks for an app password: make one in the security settings of your account there, and type it here instead of your usual one.</source>
        <translation>{name} требует пароль приложения: создайте его там в настройках безопасности и введите здесь вместо обычного.</translation>
    </message>
    <message>
        <source>{name} lets mail programs in only after you have allowed IMAP in its settings.</source>
        <translation>{name} пускает почтовые программы, только если разрешить IMAP в настройках.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Find the servers</source>
        <translation>Найти серверы</translation>
    </message>
    <message>
        <source>{name} no longer lets mail programs sign in with a password. Sign in through the browser instead, with a client of your own; the steps stand below.</source>
        <translation>{name} больше не пускает почтовые программы по паролю. Войдите через браузер, со своим клиентом; шаги описаны ниже.</translation>
    </message>
</context>
<context>
    <name>AccountIdentities</name>
    <message>
        <source>The account&apos;s address</source>
        <translation>Адрес ящика</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>Добавить адрес</translation>
    </message>
    <message>
        <source>A marketplace takes an answer to a buyer only from the address it knows. Add the other addresses that your server lets you write from, and tick the marketplaces that know each.</source>
        <translation>Площадка принимает ответ покупателю только с того адреса, который ей известен. Добавьте другие адреса, с которых ваш сервер разрешает писать, и отметьте, где какой указан.</translation>
    </message>
    <message>
        <source>Addresses that replies come from</source>
        <translation>Адреса, с которых уходят ответы</translation>
    </message>
</context>
<context>
    <name>AccountListModel</name>
    <message numerus="yes">
        <source>{account} and %n more</source>
        <translation>
            <numerusform>{account} и ещё %n адрес</numerusform>
            <numerusform>{account} и ещё %n адреса</numerusform>
            <numerusform>{account} и ещё %n адресов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Ящики</translation>
    </message>
    <message>
        <source>There is no account yet. Add one, and its mail is fetched.</source>
        <translation>Ящиков пока нет. Добавьте один, и его почта придёт сюда.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Folders…</source>
        <translation>Папки…</translation>
    </message>
    <message>
        <source>Try to sign in</source>
        <translation>Проверить вход</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Passwords are kept in the keyring of your system. An account or an address with held replies can be removed only after they are gone or taken back.</source>
        <translation>Пароли лежат в хранилище паролей вашей системы. Пока у ящика или адреса есть ответы на выдержке, убрать его нельзя: дождитесь отправки или верните их в черновики.</translation>
    </message>
</context>
<context>
    <name>Act</name>
    <message>
        <source>Print the letter</source>
        <translation>Напечатать письмо</translation>
    </message>
    <message>
        <source>Print the whole conversation</source>
        <translation>Напечатать всю переписку</translation>
    </message>
    <message>
        <source>Save the letter as PDF</source>
        <translation>Сохранить письмо в PDF</translation>
    </message>
    <message>
        <source>Save the conversation as PDF</source>
        <translation>Сохранить переписку в PDF</translation>
    </message>
    <message>
        <source>Choose or leave out</source>
        <translation>Выбрать или снять выбор</translation>
    </message>
    <message>
        <source>Choose the next as well</source>
        <translation>Выбрать и следующее</translation>
    </message>
    <message>
        <source>Choose the previous as well</source>
        <translation>Выбрать и предыдущее</translation>
    </message>
    <message>
        <source>Choose all letters</source>
        <translation>Выбрать все письма</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>Снять выбор со всех</translation>
    </message>
    <message>
        <source>Needs answer</source>
        <translation>Ждут ответа</translation>
    </message>
    <message>
        <source>Cooling</source>
        <translation>Остывают</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Слово за ними</translation>
    </message>
    <message>
        <source>Put off letters</source>
        <translation>Отложенные письма</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>Добрые слова</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Со звёздочкой</translation>
    </message>
    <message>
        <source>All mail</source>
        <translation>Вся почта</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Next letter</source>
        <translation>Следующее письмо</translation>
    </message>
    <message>
        <source>Previous letter</source>
        <translation>Предыдущее письмо</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Назад к списку</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>No answer needed</source>
        <translation>Ответ не нужен</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>It needs an answer after all</source>
        <translation>Всё-таки нужен ответ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Звёздочка</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Отметить прочитанным</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Отметить непрочитанным</translation>
    </message>
    <message>
        <source>Show or cover masked words</source>
        <translation>Показать или скрыть грубые слова</translation>
    </message>
    <message>
        <source>Show as text or as sent</source>
        <translation>Показать текстом или как прислано</translation>
    </message>
    <message>
        <source>Show pictures from the internet</source>
        <translation>Показать картинки из интернета</translation>
    </message>
    <message>
        <source>Go to the attachments</source>
        <translation>Перейти к вложениям</translation>
    </message>
    <message>
        <source>Save all attachments</source>
        <translation>Сохранить все вложения</translation>
    </message>
    <message>
        <source>Find in the letter</source>
        <translation>Найти в письме</translation>
    </message>
    <message>
        <source>Next place found</source>
        <translation>Следующее найденное место</translation>
    </message>
    <message>
        <source>Previous place found</source>
        <translation>Предыдущее найденное место</translation>
    </message>
    <message>
        <source>Source of the letter</source>
        <translation>Исходный текст письма</translation>
    </message>
    <message>
        <source>Save the case as evidence</source>
        <translation>Сохранить обращение как доказательства</translation>
    </message>
    <message>
        <source>Choose the order</source>
        <translation>Выбрать заказ</translation>
    </message>
    <message>
        <source>What mail says of the order is right</source>
        <translation>В письме о заказе всё верно</translation>
    </message>
    <message>
        <source>Say on whose side it arose</source>
        <translation>Сказать, на чьей стороне причина</translation>
    </message>
    <message>
        <source>Put the fact into the reply</source>
        <translation>Вставить в ответ</translation>
    </message>
    <message>
        <source>Put the shipping facts into the reply</source>
        <translation>Вставить в ответ сведения о доставке</translation>
    </message>
    <message>
        <source>Work out a refund, then put it into the reply</source>
        <translation>Рассчитать возврат, затем вставить в ответ</translation>
    </message>
    <message>
        <source>Copy the fact</source>
        <translation>Скопировать сведение</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Write a new letter</source>
        <translation>Написать новое письмо</translation>
    </message>
    <message>
        <source>Reply with the suggestion</source>
        <translation>Взять подсказку</translation>
    </message>
    <message>
        <source>Say that you are looking into it</source>
        <translation>Написать, что вы разбираетесь</translation>
    </message>
    <message>
        <source>Put a template into the reply</source>
        <translation>Вставить шаблон в ответ</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Приложить файлы</translation>
    </message>
    <message>
        <source>Choose another suggestion</source>
        <translation>Выбрать другую подсказку</translation>
    </message>
    <message>
        <source>Earlier texts of this reply</source>
        <translation>Прежние тексты этого ответа</translation>
    </message>
    <message>
        <source>Own it</source>
        <translation>Признать своё</translation>
    </message>
    <message>
        <source>Explain kindly</source>
        <translation>Мягко объяснить</translation>
    </message>
    <message>
        <source>Firm and kind</source>
        <translation>Твёрдо, но по-доброму</translation>
    </message>
    <message>
        <source>Set a boundary</source>
        <translation>Обозначить границу</translation>
    </message>
    <message>
        <source>Share the joy</source>
        <translation>Разделить радость</translation>
    </message>
    <message>
        <source>Put the steps in</source>
        <translation>Вставить шаги</translation>
    </message>
    <message>
        <source>Plain preview</source>
        <translation>Письмо, как оно уйдёт</translation>
    </message>
    <message>
        <source>Post test</source>
        <translation>Проверка на публику</translation>
    </message>
    <message>
        <source>Second language beside the reply</source>
        <translation>Второй язык рядом с ответом</translation>
    </message>
    <message>
        <source>Read on in their letter</source>
        <translation>Читать письмо дальше</translation>
    </message>
    <message>
        <source>Read back in their letter</source>
        <translation>Читать письмо назад</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>Сохранить черновик</translation>
    </message>
    <message>
        <source>Check the reply now</source>
        <translation>Проверить ответ сейчас</translation>
    </message>
    <message>
        <source>Next place to mend</source>
        <translation>Следующее замечание</translation>
    </message>
    <message>
        <source>Previous place to mend</source>
        <translation>Предыдущее замечание</translation>
    </message>
    <message>
        <source>Put the repair in</source>
        <translation>Вставить правку</translation>
    </message>
    <message>
        <source>Next misspelt word</source>
        <translation>К следующему слову с ошибкой</translation>
    </message>
    <message>
        <source>Mend the misspelt word</source>
        <translation>Исправить слово с ошибкой</translation>
    </message>
    <message>
        <source>Leave it as it is, with a reason</source>
        <translation>Оставить как есть и сказать почему</translation>
    </message>
    <message>
        <source>Let it out</source>
        <translation>Выговориться</translation>
    </message>
    <message>
        <source>Leave the reply, keep the draft</source>
        <translation>Отложить ответ, сохранив черновик</translation>
    </message>
    <message>
        <source>Start the cool-down</source>
        <translation>Остудить ответ</translation>
    </message>
    <message>
        <source>Open the held reply</source>
        <translation>Открыть ответ на выдержке</translation>
    </message>
    <message>
        <source>Take back to draft</source>
        <translation>Вернуть в черновики</translation>
    </message>
    <message>
        <source>Hold it longer</source>
        <translation>Продлить выдержку</translation>
    </message>
    <message>
        <source>I can read this calmly: send</source>
        <translation>Читаю спокойно: отправить</translation>
    </message>
    <message>
        <source>Call instead</source>
        <translation>Лучше позвонить</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Не сейчас</translation>
    </message>
    <message>
        <source>Stop all outgoing</source>
        <translation>Остановить всю отправку</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Save a search</source>
        <translation>Сохранить поиск</translation>
    </message>
    <message>
        <source>Change the saved search</source>
        <translation>Изменить сохранённый поиск</translation>
    </message>
    <message>
        <source>Move the search up</source>
        <translation>Поднять поиск</translation>
    </message>
    <message>
        <source>Move the search down</source>
        <translation>Опустить поиск</translation>
    </message>
    <message>
        <source>Delete the search</source>
        <translation>Удалить поиск</translation>
    </message>
    <message>
        <source>First saved search</source>
        <translation>Первый сохранённый поиск</translation>
    </message>
    <message>
        <source>Second saved search</source>
        <translation>Второй сохранённый поиск</translation>
    </message>
    <message>
        <source>Third saved search</source>
        <translation>Третий сохранённый поиск</translation>
    </message>
    <message>
        <source>Fourth saved search</source>
        <translation>Четвёртый сохранённый поиск</translation>
    </message>
    <message>
        <source>Fifth saved search</source>
        <translation>Пятый сохранённый поиск</translation>
    </message>
    <message>
        <source>Sixth saved search</source>
        <translation>Шестой сохранённый поиск</translation>
    </message>
    <message>
        <source>Seventh saved search</source>
        <translation>Седьмой сохранённый поиск</translation>
    </message>
    <message>
        <source>Eighth saved search</source>
        <translation>Восьмой сохранённый поиск</translation>
    </message>
    <message>
        <source>Ninth saved search</source>
        <translation>Девятый сохранённый поиск</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Найти команду</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Текст крупнее</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Текст мельче</translation>
    </message>
    <message>
        <source>Text as usual</source>
        <translation>Обычный размер текста</translation>
    </message>
    <message>
        <source>Show or hide the order</source>
        <translation>Показать или скрыть заказ</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Следующая область</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Предыдущая область</translation>
    </message>
    <message>
        <source>Go to the places</source>
        <translation>К разделам</translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation>К списку</translation>
    </message>
    <message>
        <source>Go to the letter</source>
        <translation>К письму</translation>
    </message>
    <message>
        <source>Go to the order</source>
        <translation>К заказу</translation>
    </message>
    <message>
        <source>Go to the reply</source>
        <translation>К ответу</translation>
    </message>
    <message>
        <source>Fetch mail now</source>
        <translation>Проверить почту сейчас</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Добавить ящик</translation>
    </message>
    <message>
        <source>Send yourself a test letter</source>
        <translation>Отправить себе пробное письмо</translation>
    </message>
    <message>
        <source>Look around in the sample shop</source>
        <translation>Осмотреться в магазине-образце</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>Загрузить заказы</translation>
    </message>
    <message>
        <source>Export the orders as a table</source>
        <translation>Выгрузить заказы таблицей</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти из программы</translation>
    </message>
    <message>
        <source>Move to Archive</source>
        <translation>Переместить в архив</translation>
    </message>
    <message>
        <source>Move to Trash</source>
        <translation>Переместить в корзину</translation>
    </message>
    <message>
        <source>Move to Junk</source>
        <translation>Переместить в спам</translation>
    </message>
    <message>
        <source>Move to a folder</source>
        <translation>Переместить в папку</translation>
    </message>
    <message>
        <source>Download the whole letter</source>
        <translation>Загрузить письмо целиком</translation>
    </message>
</context>
<context>
    <name>AddressCard</name>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Ships to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>In the letter</source>
        <translation>В письме</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>Вопрос</translation>
    </message>
    <message>
        <source>A question for the reply, in the letter&apos;s language</source>
        <translation>Вопрос для ответа, на языке письма</translation>
    </message>
    <message>
        <source>The letter gives another address.</source>
        <translation>В письме другой адрес.</translation>
    </message>
    <message>
        <source>Ask which one is right.</source>
        <translation>Спросите, какой верный.</translation>
    </message>
    <message>
        <source>Same as in the letter.</source>
        <translation>Совпадает с письмом.</translation>
    </message>
</context>
<context>
    <name>AllowedNamesModel</name>
    <message>
        <source>{meaning} · not known here</source>
        <translation>{meaning} · здесь неизвестно</translation>
    </message>
    <message>
        <source>{meaning}: {words}</source>
        <translation>{meaning}: «{words}»</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Backup of the settings</source>
        <translation>Копия настроек</translation>
    </message>
    <message>
        <source>All that these pages ask for, in a file that you can read: for another computer, or before you try something. It holds no passwords, no accounts, no letters and no orders, and neither your dictionary nor your figures of carriers.</source>
        <translation>Всё, что задаётся на этих страницах, в файле, который можно прочесть: для другого компьютера или на случай, если новое не понравится. В нём нет ни паролей, ни ящиков, ни писем, ни заказов, ни вашего словаря, ни ваших сроков доставки.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Выгрузить…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Загрузить…</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>Copy the number</source>
        <translation>Скопировать номер</translation>
    </message>
    <message>
        <source>What to have at hand for the call</source>
        <translation>Что держать под рукой во время звонка</translation>
    </message>
    <message>
        <source>Regret</source>
        <translation>Сожаление</translation>
    </message>
    <message>
        <source>Responsibility</source>
        <translation>Ответственность</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Исправление</translation>
    </message>
    <message>
        <source>Back to both letters</source>
        <translation>Назад к письмам</translation>
    </message>
    <message>
        <source>Nobody answered</source>
        <translation>Трубку не взяли</translation>
    </message>
    <message>
        <source>We talked: take the reply back</source>
        <translation>Поговорили: вернуть ответ</translation>
    </message>
    <message>
        <source>Call {name}</source>
        <translation>Позвонить: {name}</translation>
    </message>
    <message>
        <source>Number: {number}</source>
        <translation>Номер: {number}</translation>
    </message>
    <message>
        <source>Not in your letter. Say it in your own words.</source>
        <translation>В письме этого нет. Скажите своими словами.</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Книга</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>Посылка</translation>
    </message>
    <message>
        <source>Their time</source>
        <translation>У них сейчас</translation>
    </message>
    <message>
        <source>To talk about</source>
        <translation>О чём сказать</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Held replies</source>
        <translation>Ответы на выдержке</translation>
    </message>
</context>
<context>
    <name>CauseCard</name>
    <message>
        <source>Did we cause this?</source>
        <translation>Виноваты ли мы?</translation>
    </message>
    <message>
        <source>{yes} of {all}</source>
        <translation>{yes} из {all}</translation>
    </message>
    <message>
        <source>Posted late?</source>
        <translation>Отправили поздно?</translation>
    </message>
    <message>
        <source>Sent slower than paid for?</source>
        <translation>Отправили медленнее, чем оплачено?</translation>
    </message>
    <message>
        <source>No tracking number?</source>
        <translation>Нет трек-номера?</translation>
    </message>
    <message>
        <source>Not as listed?</source>
        <translation>Не то, что в описании?</translation>
    </message>
    <message>
        <source>A promise broken?</source>
        <translation>Нарушено обещание?</translation>
    </message>
    <message>
        <source>Yes.</source>
        <translation>Да.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Нет.</translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>Неизвестно.</translation>
    </message>
    <message>
        <source>It went by {used}.</source>
        <translation>Отправлено {used}.</translation>
    </message>
    <message>
        <source>{paid} was paid for, {used} used.</source>
        <translation>Оплачено {paid}, отправлено {used}.</translation>
    </message>
    <message>
        <source>The letter says so: look at the listing.</source>
        <translation>Так сказано в письме: проверьте описание.</translation>
    </message>
    <message>
        <source>For {day}: “{said}”</source>
        <translation>На {day}: «{said}»</translation>
    </message>
    <message>
        <source>It was due {day}.</source>
        <translation>Срок был {day}.</translation>
    </message>
    <message>
        <source>Days from order to posting: {days}.</source>
        <translation>Дней от заказа до отправки: {days}.</translation>
    </message>
    <message>
        <source>No file says when it was due.</source>
        <translation>Ни в одном файле нет срока отправки.</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} дн.</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>не принимаете</translation>
    </message>
    <message>
        <source>When I want them, in letters above {size} MB</source>
        <translation>По просьбе, в письмах больше {size} МБ</translation>
    </message>
    <message>
        <source>At once, with every letter</source>
        <translation>Сразу, вместе с письмом</translation>
    </message>
    <message>
        <source>{times}, by the customer&apos;s clock</source>
        <translation>{times} по часам покупателя</translation>
    </message>
    <message>
        <source>{times}, by my clock</source>
        <translation>{times} по моим часам</translation>
    </message>
    <message>
        <source>Ordinary mail, and the base for complaints</source>
        <translation>Основная выдержка, она же для обычных писем</translation>
    </message>
    <message>
        <source>For a complaint: the base times, by its heat</source>
        <translation>Во сколько раз дольше, если письмо написано…</translation>
    </message>
    <message>
        <source>Send a reply by itself when its hold ends</source>
        <translation>Отправлять ответ без меня, когда выдержка закончится</translation>
    </message>
    <message>
        <source>Ordinary mail is</source>
        <translation>Обычными считаются</translation>
    </message>
    <message>
        <source>Hold what I write in heat longer</source>
        <translation>Дольше остужать то, что написано сгоряча</translation>
    </message>
    <message>
        <source>Nothing leaves at night</source>
        <translation>Ночью ничего не отправлять</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Название магазина</translation>
    </message>
    <message>
        <source>Your name, as you sign</source>
        <translation>Ваше имя в подписи</translation>
    </message>
    <message>
        <source>Russian and French letters speak of you</source>
        <translation>Род, в котором о вас говорят русские и французские письма</translation>
    </message>
    <message>
        <source>You take a change of mind back for</source>
        <translation>Передумавшим возвращаете деньги в течение</translation>
    </message>
    <message>
        <source>Restocking fee, where the channel allows one</source>
        <translation>Сбор за возврат, где площадка его разрешает</translation>
    </message>
    <message>
        <source>The way back, without a fault of yours, is paid by</source>
        <translation>Обратную пересылку не по вашей вине оплачивает</translation>
    </message>
    <message>
        <source>Of a payment the card company keeps</source>
        <translation>С каждой оплаты банк удерживает</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Язык окна</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Плотность</translation>
    </message>
    <message>
        <source>Pictures in letters from the internet</source>
        <translation>Картинки из интернета в письмах</translation>
    </message>
    <message>
        <source>A notice tells of new letters while you are elsewhere</source>
        <translation>О каких новых письмах сообщать, пока вы заняты другим</translation>
    </message>
    <message>
        <source>Large attachments are fetched</source>
        <translation>Большие вложения загружаются</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Папка под наблюдением</translation>
    </message>
    <message>
        <source>Mark words that are in no dictionary</source>
        <translation>Отмечать слова, которых нет в словарях</translation>
    </message>
    <message>
        <source>Single letters work as keys in lists and letters</source>
        <translation>Одиночные буквы работают как клавиши в списках и письмах</translation>
    </message>
    <message>
        <source>Keys of my own</source>
        <translation>Мои клавиши</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>every letter without a complaint</source>
        <translation>все письма без жалобы</translation>
    </message>
    <message>
        <source>calm letters without a complaint</source>
        <translation>спокойные письма без жалобы</translation>
    </message>
    <message>
        <source>none: every hold goes by the heat</source>
        <translation>никакие: выдержка всегда по накалу</translation>
    </message>
    <message>
        <source>As your name says</source>
        <translation>Как подсказывает имя</translation>
    </message>
    <message>
        <source>Feminine: «я упаковала», “désolée”</source>
        <translation>Женский: «я упаковала», «désolée»</translation>
    </message>
    <message>
        <source>Masculine: «я упаковал», “désolé”</source>
        <translation>Мужской: «я упаковал», «désolé»</translation>
    </message>
    <message>
        <source>Worded without it</source>
        <translation>Без указания рода</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Покупатель</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Высокий контраст, светлые</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Высокий контраст, тёмные</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Просторно</translation>
    </message>
    <message>
        <source>Compact: more rows at once</source>
        <translation>Плотно: видно больше строк</translation>
    </message>
    <message>
        <source>Only when I ask for them, letter by letter</source>
        <translation>Каждый раз по моей просьбе</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Of complaints</source>
        <translation>О жалобах</translation>
    </message>
    <message>
        <source>Of all that need an answer</source>
        <translation>Обо всех, что ждут ответа</translation>
    </message>
    <message>
        <source>Of none</source>
        <translation>Ни о каких</translation>
    </message>
</context>
<context>
    <name>ClockStrip</name>
    <message>
        <source>Next clocks</source>
        <translation>Сроки</translation>
    </message>
    <message>
        <source>No clock is running</source>
        <translation>Сроков пока нет</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>CommandModel</name>
    <message>
        <source>not possible here</source>
        <translation>здесь не действует</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Найти команду</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Что вы хотите сделать?</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation>Команды с такими буквами нет.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>This letter is no complaint: there is no side to name.</source>
        <translation>Это письмо не жалоба: называть сторону незачем.</translation>
    </message>
    <message>
        <source>Open a held reply in Cooling first.</source>
        <translation>Сначала откройте ответ на выдержке в разделе «Остывают».</translation>
    </message>
    <message>
        <source>Go to Cooling first.</source>
        <translation>Сначала перейдите в раздел «Остывают».</translation>
    </message>
    <message>
        <source>No reply is being written.</source>
        <translation>Сейчас вы не пишете ответа.</translation>
    </message>
    <message>
        <source>No search is saved here yet.</source>
        <translation>Здесь ещё нет сохранённого поиска.</translation>
    </message>
    <message>
        <source>Open a saved search first.</source>
        <translation>Сначала откройте сохранённый поиск.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Возвращать нечего.</translation>
    </message>
    <message>
        <source>What you wrote is gone. The letter can wait until you are ready.</source>
        <translation>Написанного больше нет. Письмо подождёт, пока вы не будете готовы.</translation>
    </message>
    <message>
        <source>The folders are known when mail was fetched once.</source>
        <translation>Папки появятся, когда почта будет получена хотя бы раз.</translation>
    </message>
    <message>
        <source>The order is not confirmed yet: import its file, or say it is right.</source>
        <translation>Заказ ещё не подтверждён: загрузите файл с ним или подтвердите, что всё верно.</translation>
    </message>
    <message>
        <source>The sample shop opens in a window of its own.</source>
        <translation>Магазин-образец откроется в отдельном окне.</translation>
    </message>
    <message>
        <source>The sample shop could not be opened.</source>
        <translation>Не удалось открыть магазин-образец.</translation>
    </message>
    <message>
        <source>No file says that the order was posted.</source>
        <translation>Ни в одном файле нет сведений об отправке заказа.</translation>
    </message>
    <message>
        <source>No file names the prices of this order.</source>
        <translation>Ни в одном файле нет цен этого заказа.</translation>
    </message>
    <message>
        <source>Mail says nothing of this order that is to be confirmed.</source>
        <translation>Об этом заказе в почте нет ничего, что нужно подтвердить.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Reply</source>
        <translation>Ответ</translation>
    </message>
</context>
<context>
    <name>ComposerFoot</name>
    <message>
        <source>Cool down</source>
        <translation>Остудить</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>none</source>
        <translation>ни одной</translation>
    </message>
    <message>
        <source>{name} is not among the folders that were chosen. These are: {followed}.</source>
        <translation>{name} нет среди выбранных папок. Выбраны: {followed}.</translation>
    </message>
    <message>
        <source>{address}: {names} are followed. &apos;softanswer sync&apos; fetches what is new.</source>
        <translation>{address}: теперь читаются папки {names}. «softanswer sync» заберёт новое.</translation>
    </message>
    <message>
        <source>{count} letters were let go of; they stay on the server. What has a case is kept.</source>
        <translation>Больше не читаются письма: {count}; на сервере они остаются. То, по чему есть обращение, сохранено.</translation>
    </message>
    <message>
        <source>There is no folder {name} on the server. &apos;softanswer account folders {address}&apos; lists them.</source>
        <translation>На сервере нет папки {name}. Список даёт &apos;softanswer account folders {address}&apos;.</translation>
    </message>
    <message>
        <source>{name} cannot be chosen: {why}.</source>
        <translation>Папку {name} выбрать нельзя: {why}.</translation>
    </message>
    <message>
        <source>followed</source>
        <translation>читается</translation>
    </message>
    <message>
        <source>it is always followed</source>
        <translation>за ней следят всегда</translation>
    </message>
    <message>
        <source>what is archived is put out of the lists</source>
        <translation>убранное в архив в списках не стоит</translation>
    </message>
    <message>
        <source>what is thrown away is put out of the lists</source>
        <translation>выброшенное в списках не стоит</translation>
    </message>
    <message>
        <source>what is junk is put out of the lists</source>
        <translation>спам в списках не стоит</translation>
    </message>
    <message>
        <source>drafts are no mail</source>
        <translation>черновики — не почта</translation>
    </message>
    <message>
        <source>it only shows what lies in other folders</source>
        <translation>в ней видно лишь то, что лежит в других папках</translation>
    </message>
    <message>
        <source>(always followed)</source>
        <translation>(отслеживается всегда)</translation>
    </message>
    <message>
        <source>(sent mail, always followed)</source>
        <translation>(отправленные, отслеживается всегда)</translation>
    </message>
    <message>
        <source>(archive)</source>
        <translation>(архив)</translation>
    </message>
    <message>
        <source>(trash)</source>
        <translation>(корзина)</translation>
    </message>
    <message>
        <source>(junk)</source>
        <translation>(спам)</translation>
    </message>
    <message>
        <source>(drafts)</source>
        <translation>(черновики)</translation>
    </message>
    <message>
        <source>(shows other folders)</source>
        <translation>(показывает другие папки)</translation>
    </message>
    <message>
        <source>{address} is added. &apos;softanswer account test {address}&apos; tries it.</source>
        <translation>Ящик {address} добавлен. Проверить вход: «softanswer account test {address}».</translation>
    </message>
    <message>
        <source>{address} is added. &apos;softanswer account sign-in {address}&apos; signs in with the browser.</source>
        <translation>Ящик {address} добавлен. Войти через браузер: «softanswer account sign-in {address}».</translation>
    </message>
    <message>
        <source>{why} Or let usual names be tried with --guess: those servers then learn that somebody asks, not your address.</source>
        <translation>{why} Или попробуйте обычные имена с --guess: эти серверы узнают, что кто-то спрашивал, но не ваш адрес.</translation>
    </message>
    <message>
        <source>{address} signs in with a password. To change that, add it anew with --auth oauth.</source>
        <translation>{address} входит по паролю. Чтобы это изменить, добавьте ящик заново с --auth oauth.</translation>
    </message>
    <message>
        <source>{address} is signed in. &apos;softanswer account test {address}&apos; tries it.</source>
        <translation>Вход в ящик {address} выполнен. Проверить его: «softanswer account test {address}».</translation>
    </message>
    <message>
        <source>{address} is removed. Its mail stays on the server.</source>
        <translation>Ящик {address} убран. Его почта остаётся на сервере.</translation>
    </message>
    <message>
        <source>{address}: both servers let us in.</source>
        <translation>{address}: оба сервера нас впустили.</translation>
    </message>
    <message>
        <source>--identity &apos;{text}&apos;: &apos;{name}&apos; is no marketplace. Write ADDRESS={names} or some of them.</source>
        <translation>--identity &apos;{text}&apos;: &apos;{name}&apos; — не площадка. Напишите АДРЕС={names} или часть из них.</translation>
    </message>
    <message>
        <source>The password is empty. Give it on stdin: one line, nothing else.</source>
        <translation>Пароль пуст. Дайте его на стандартный ввод: одна строка и больше ничего.</translation>
    </message>
    <message>
        <source>Open this page in a browser of this computer, and allow the access:</source>
        <translation>Откройте эту страницу в браузере на этом компьютере и разрешите доступ:</translation>
    </message>
    <message>
        <source>Waiting for the answer, at most five minutes; Ctrl+C ends it.</source>
        <translation>Ждём ответа, не больше пяти минут; прервать — Ctrl+C.</translation>
    </message>
    <message>
        <source>user name {name}</source>
        <translation>имя пользователя {name}</translation>
    </message>
    <message>
        <source>{name} also takes --auth oauth with a client ID of your own.</source>
        <translation>{name} принимает и --auth oauth с вашим собственным идентификатором клиента.</translation>
    </message>
    <message>
        <source>incoming</source>
        <translation>входящая</translation>
    </message>
    <message>
        <source>outgoing</source>
        <translation>исходящая</translation>
    </message>
    <message>
        <source>from</source>
        <translation>от</translation>
    </message>
    <message>
        <source>The provider wants an app password: make one in its security settings.</source>
        <translation>Нужен пароль приложения: создайте его в настройках безопасности у провайдера.</translation>
    </message>
    <message>
        <source>The provider lets mail programs in only after you allow IMAP in its settings.</source>
        <translation>Провайдер впускает почтовые программы, только если в его настройках разрешён IMAP.</translation>
    </message>
    <message>
        <source>The provider takes no passwords from mail programs any more.</source>
        <translation>Пароли от почтовых программ провайдер больше не принимает.</translation>
    </message>
    <message>
        <source>{file} holds the whole profile, without passwords.</source>
        <translation>Весь профиль, без паролей, сохранён в {file}.</translation>
    </message>
    <message>
        <source>Not in it are attachments that are on the mail server only: {count}. &apos;softanswer fetch ID&apos; brings those of a letter here.</source>
        <translation>Туда не вошли вложения, которые есть только на почтовом сервере: {count}. Вложения письма загрузит «softanswer fetch ID».</translation>
    </message>
    <message>
        <source>{file} is restored. Passwords are asked for again where the keyring lacks them.</source>
        <translation>Профиль восстановлен из {file}. Паролей, которых нет в хранилище, программа спросит заново.</translation>
    </message>
    <message>
        <source>The former database is kept as {file}.</source>
        <translation>Прежняя база данных сохранена как {file}.</translation>
    </message>
    <message>
        <source>{count} held replies wait for you: look in Sent whether they have gone out, then hold them again or take them back.</source>
        <translation>Вас ждут отложенные ответы: {count}. Посмотрите в «Отправленных», не ушли ли они, затем снова поставьте их остывать или верните в черновики.</translation>
    </message>
    <message>
        <source>no answer owed</source>
        <translation>ответа не ждут</translation>
    </message>
    <message>
        <source>answer by {day}</source>
        <translation>ответить до {day}</translation>
    </message>
    <message>
        <source>no order known</source>
        <translation>заказ неизвестен</translation>
    </message>
    <message>
        <source>heat {number}</source>
        <translation>накал {number}</translation>
    </message>
    <message>
        <source>{count} orders have the number {number}. Confirm the right one in the window, in its Order card.</source>
        <translation>Заказов с номером {number}: {count}. Подтвердите нужный в окне, в карточке «Заказ».</translation>
    </message>
    <message>
        <source>{number}: mail says nothing of it that was still to be confirmed.</source>
        <translation>{number}: в почте о нём нет ничего, что оставалось бы подтвердить.</translation>
    </message>
    <message>
        <source>{number}: what mail says of it counts from now on.</source>
        <translation>{number}: сказанное о нём в почте теперь учитывается.</translation>
    </message>
    <message>
        <source>There is no order {number}. &apos;softanswer orders import FILE&apos; brings orders in.</source>
        <translation>Заказа {number} нет. Заказы загружает &apos;softanswer orders import FILE&apos;.</translation>
    </message>
    <message>
        <source>{number} ({place}, from {source})</source>
        <translation>{number} ({place}, источник: {source})</translation>
    </message>
    <message>
        <source>{number} ({place}, from {source}, not confirmed: known from mail only)</source>
        <translation>{number} ({place}, источник: {source}, не подтверждён: известен только из почты)</translation>
    </message>
    <message>
        <source>parcel {tracking}, posted {day}</source>
        <translation>посылка {tracking}, отправлена {day}</translation>
    </message>
    <message>
        <source>without a number</source>
        <translation>без номера</translation>
    </message>
    <message>
        <source>the notice of {sender} of {day} says {mail}, nothing else</source>
        <translation>в уведомлении от {sender} за {day} — {mail}, больше нигде</translation>
    </message>
    <message>
        <source>the notice of {sender} of {day} says {mail}; the file says {file}</source>
        <translation>в уведомлении от {sender} за {day} — {mail}, а в файле — {file}</translation>
    </message>
    <message>
        <source>{path} is no UTF-8 text. Save the mapping as UTF-8.</source>
        <translation>{path} — не текст в UTF-8. Сохраните соответствие столбцов в UTF-8.</translation>
    </message>
    <message>
        <source>None is remembered yet.</source>
        <translation>Пока ни одно не сохранено.</translation>
    </message>
    <message>
        <source>Remembered are: {names}.</source>
        <translation>Сохранены: {names}.</translation>
    </message>
    <message>
        <source>There is no mapping &apos;{named}&apos;. {known} Name one of them, or give a MAP.json; the window remembers one when you say what the columns of a file are.</source>
        <translation>Соответствия столбцов &apos;{named}&apos; нет. {known} Назовите одно из них или дайте MAP.json; окно сохраняет соответствие, когда вы говорите, что значат столбцы файла.</translation>
    </message>
    <message>
        <source>{path} is in the format {format}, not {source}.</source>
        <translation>{path} — в формате {format}, а не {source}.</translation>
    </message>
    <message>
        <source>{format} ({encoding}): {imported} imported, {updated} updated, {unchanged} unchanged, {rejected} rejected</source>
        <translation>{format} ({encoding}): новых {imported}, обновлено {updated}, без изменений {unchanged}, отклонено {rejected}</translation>
    </message>
    <message>
        <source>line {number}: {why}</source>
        <translation>строка {number}: {why}</translation>
    </message>
    <message>
        <source>No order fits this message.</source>
        <translation>Ни один заказ не подходит к этому письму.</translation>
    </message>
    <message>
        <source>Choose it with --from {address}.</source>
        <translation>Выберите его: --from {address}.</translation>
    </message>
    <message>
        <source>Nothing is held.</source>
        <translation>Ничего не остывает.</translation>
    </message>
    <message>
        <source>--dismiss &apos;{text}&apos; gives no reason. Write RULE=REASON.</source>
        <translation>В --dismiss &apos;{text}&apos; нет причины. Напишите ПРАВИЛО=ПРИЧИНА.</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>до {day}</translation>
    </message>
    <message>
        <source>It shortens holds, so it counts only after the old cool-down has run out once.</source>
        <translation>Это сокращает выдержку, поэтому начнёт действовать лишь после того, как один раз пройдёт прежняя.</translation>
    </message>
    <message>
        <source>a window opens: the postman steps aside until it is closed</source>
        <translation>открывается окно: отправка ждёт, пока оно не закроется</translation>
    </message>
    <message>
        <source>Soft Answer runs on {folder} already; the postman waits until it is closed</source>
        <translation>Soft Answer уже работает с {folder}; отправка ждёт, пока программа не закроется</translation>
    </message>
    <message>
        <source>the postman goes on</source>
        <translation>отправка продолжается</translation>
    </message>
    <message>
        <source>There is no account yet. &apos;softanswer account add&apos; adds one.</source>
        <translation>Ящика пока нет. Его добавляет &apos;softanswer account add&apos;.</translation>
    </message>
    <message>
        <source>Message {number} is here with all its attachments.</source>
        <translation>Письмо {number} загружено со всеми вложениями.</translation>
    </message>
    <message>
        <source>{address}: {fetched} new, {marks} marks changed, {vanished} gone, {seconds} s</source>
        <translation>{address}: новых {fetched}, изменено пометок {marks}, исчезло {vanished}, {seconds} с</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>строка {number}</translation>
    </message>
    <message>
        <source>{place}: a JSON object is wanted.</source>
        <translation>{place}: нужен объект JSON.</translation>
    </message>
    <message>
        <source>no complaint: {kind}, heat {heat}, {language}</source>
        <translation>не жалоба: {kind}, накал {heat}, {language}</translation>
    </message>
    <message>
        <source>a complaint: {kind}, heat {heat}, {language}</source>
        <translation>жалоба: {kind}, накал {heat}, {language}</translation>
    </message>
    <message>
        <source>{place}: &apos;{kind}&apos; is no kind of case.</source>
        <translation>{place}: &apos;{kind}&apos; — не вид обращения.</translation>
    </message>
    <message>
        <source>{place}: {why}.</source>
        <translation>{place}: {why}.</translation>
    </message>
    <message>
        <source>{place}: &quot;{key}&quot; is no text.</source>
        <translation>{place}: «{key}» — не текст.</translation>
    </message>
    <message>
        <source>{place}: &quot;heat&quot; is a whole number from 0 to {max_heat}.</source>
        <translation>{place}: «heat» — целое число от 0 до {max_heat}.</translation>
    </message>
    <message>
        <source>{place}: an order is a JSON object.</source>
        <translation>{place}: заказ — это объект JSON.</translation>
    </message>
    <message>
        <source>{place}: {why}</source>
        <translation>{place}: {why}</translation>
    </message>
    <message>
        <source>{place}: &quot;{key}&quot; is missing or no text.</source>
        <translation>{place}: «{key}» нет или это не текст.</translation>
    </message>
    <message>
        <source>better: leave it out</source>
        <translation>лучше: убрать</translation>
    </message>
    <message>
        <source>better: “{repair}”</source>
        <translation>лучше: «{repair}»</translation>
    </message>
    <message>
        <source>Nothing to mend.</source>
        <translation>Исправлять нечего.</translation>
    </message>
    <message>
        <source>A mail link opens your own window: leave everything else out.</source>
        <translation>Почтовая ссылка открывает ваше собственное окно: уберите из команды всё остальное.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no mail address. Give one such as ana@shop.example.</source>
        <translation>&apos;{text}&apos; — не почтовый адрес. Укажите такой, как ana@shop.example.</translation>
    </message>
    <message>
        <source>A client ID and its provider are for --auth oauth: add that option.</source>
        <translation>Код приложения и его служба нужны для --auth oauth: добавьте этот ключ.</translation>
    </message>
    <message>
        <source>--client-id is missing: make a client at the provider (the user guide says how), and give its ID.</source>
        <translation>Нет --client-id: заведите приложение у почтовой службы (как — сказано в руководстве) и укажите его код.</translation>
    </message>
    <message>
        <source>Which provider? Give --oauth-provider google or microsoft, or the addresses of another one with --authorize-url, --token-url and --scope.</source>
        <translation>Какая служба? Укажите --oauth-provider google или microsoft либо адреса другой: --authorize-url, --token-url и --scope.</translation>
    </message>
    <message>
        <source>{option} is missing: give HOST:PORT; &apos;softanswer account find ADDRESS&apos; names it.</source>
        <translation>Нет {option}: укажите СЕРВЕР:ПОРТ; его назовёт &apos;softanswer account find ADDRESS&apos;.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no server. Give HOST:PORT, such as imap.shop.example:993.</source>
        <translation>&apos;{text}&apos; — не сервер. Укажите СЕРВЕР:ПОРТ, например imap.shop.example:993.</translation>
    </message>
    <message>
        <source>{name} is larger than {megabytes} MB. Split it first.</source>
        <translation>{name} больше {megabytes} МБ. Сначала разделите файл.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read: {why}.</source>
        <translation>{name} не читается: {why}.</translation>
    </message>
    <message>
        <source>{name} is no name of a file: {why}.</source>
        <translation>{name} — не имя файла: {why}.</translation>
    </message>
    <message>
        <source>line {number} is larger than {megabytes} MB.</source>
        <translation>строка {number} больше {megabytes} МБ.</translation>
    </message>
    <message>
        <source>line {number} is not UTF-8 text (byte {start}). Save it as UTF-8 first.</source>
        <translation>строка {number} — не текст в UTF-8 (байт {start}). Сначала сохраните её в UTF-8.</translation>
    </message>
    <message>
        <source>{name} is not UTF-8 text (byte {start}). Save it as UTF-8 first.</source>
        <translation>{name} — не текст в UTF-8 (байт {start}). Сначала сохраните его в UTF-8.</translation>
    </message>
    <message>
        <source>{place} is not JSON: {why} (column {column}).</source>
        <translation>{place} — не JSON: {why} (столбец {column}).</translation>
    </message>
    <message>
        <source>{place} is not JSON: {why} (line {line}, column {column}).</source>
        <translation>{place} — не JSON: {why} (строка {line}, столбец {column}).</translation>
    </message>
    <message>
        <source>{place} is not JSON that can be read: {why}.</source>
        <translation>{place} — не читаемый JSON: {why}.</translation>
    </message>
    <message>
        <source>&apos;{text}&apos; is no size. Give WIDTHxHEIGHT, such as 1440x900.</source>
        <translation>&apos;{text}&apos; — не размер. Укажите ШИРИНАxВЫСОТА, например 1440x900.</translation>
    </message>
    <message>
        <source>{folder} holds case {number} in {count} files; {summary} tells its course.</source>
        <translation>{folder}: обращение {number}, файлов: {count}; ход дела описан в {summary}.</translation>
    </message>
</context>
<context>
    <name>CoolDownPage</name>
    <message>
        <source>Send a reply by itself when its hold ends</source>
        <translation>Отправлять ответ без меня, когда выдержка закончится</translation>
    </message>
    <message>
        <source>Hold what I write in heat longer</source>
        <translation>Дольше остужать то, что написано сгоряча</translation>
    </message>
    <message>
        <source>now {length}</source>
        <translation>сейчас {length}</translation>
    </message>
    <message>
        <source>This is in force now.</source>
        <translation>Так действует сейчас.</translation>
    </message>
    <message>
        <source>Factor for a letter that is {mood}</source>
        <translation>Множитель, если пишут {mood}</translation>
    </message>
    <message>
        <source>Every reply waits before it goes out, and then you read it again. Set how long it waits: from 1 minute to 48 hours. Zero is not possible.</source>
        <translation>Каждый ответ ждёт, прежде чем уйти, а потом вы его перечитываете. Решите, сколько ждать: от 1 минуты до 48 часов, но не ноль.</translation>
    </message>
    <message>
        <source>Cool-down</source>
        <translation>Остывание</translation>
    </message>
    <message>
        <source>Ordinary mail, and the base for complaints</source>
        <translation>Основная выдержка, она же для обычных писем</translation>
    </message>
    <message>
        <source>For a complaint: the base times, by its heat</source>
        <translation>Во сколько раз дольше, если письмо написано…</translation>
    </message>
    <message>
        <source>Ordinary mail is</source>
        <translation>Обычными считаются</translation>
    </message>
    <message>
        <source>Never after an angry or furious letter: those you always read again.</source>
        <translation>Но не после сердитых и яростных писем: там вы всегда перечитываете.</translation>
    </message>
    <message>
        <source>One and a half or two times as long, when a draft had insults or capitals in it, even if you took them out again. It is noticed on this computer and told to nobody.</source>
        <translation>В полтора или в два раза, если в черновике были оскорбления или крик заглавными, даже если потом вы их убрали. Это замечается только здесь и никуда не передаётся.</translation>
    </message>
    <message>
        <source>Where the customer&apos;s own time is not known, yours counts.</source>
        <translation>Если неизвестно, который час у покупателя, действует ваше время.</translation>
    </message>
    <message>
        <source>every letter without a complaint</source>
        <translation>все письма без жалобы</translation>
    </message>
    <message>
        <source>calm letters without a complaint</source>
        <translation>спокойные письма без жалобы</translation>
    </message>
    <message>
        <source>none: every hold goes by the heat</source>
        <translation>никакие: выдержка всегда по накалу</translation>
    </message>
</context>
<context>
    <name>CopyMark</name>
    <message>
        <source>Copy: {label}</source>
        <translation>Скопировать: {label}</translation>
    </message>
</context>
<context>
    <name>CorrectionBar</name>
    <message>
        <source>complaint</source>
        <translation>жалоба</translation>
    </message>
    <message>
        <source>no complaint</source>
        <translation>не жалоба</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>О чём</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Накал</translation>
    </message>
    <message>
        <source>Complaint or not</source>
        <translation>Жалоба или нет</translation>
    </message>
    <message>
        <source>Whose side</source>
        <translation>На чьей стороне</translation>
    </message>
    <message>
        <source>whose side?</source>
        <translation>на чьей стороне?</translation>
    </message>
</context>
<context>
    <name>CustomerCard</name>
    <message>
        <source>Customer</source>
        <translation>Покупатель</translation>
    </message>
    <message>
        <source>For you alone. None of it goes into a reply.</source>
        <translation>Только для вас. В ответ это не попадёт.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>{count}, since {day}</source>
        <translation>{count}, с {day}</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>none before</source>
        <translation>раньше не было</translation>
    </message>
    <message>
        <source>{count} before, last {day}: {kind}</source>
        <translation>раньше {count}, последняя {day}: {kind}</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Жалобы</translation>
    </message>
    <message>
        <source>{count} of {all} orders</source>
        <translation>{count} из {all} заказов</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>По почте</translation>
    </message>
    <message>
        <source>To address</source>
        <translation>На адрес</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>В семье</translation>
    </message>
    <message>
        <source>{count} of {all} orders paid back</source>
        <translation>возврат по {count} из {all} заказов</translation>
    </message>
    <message>
        <source>Their first order here.</source>
        <translation>Первый заказ у вас.</translation>
    </message>
    <message>
        <source>The benefit of the doubt.</source>
        <translation>Верим на слово.</translation>
    </message>
    <message>
        <source>The carrier says it was delivered.</source>
        <translation>Перевозчик сообщает о вручении.</translation>
    </message>
    <message>
        <source>The letter says it has not come. {day}</source>
        <translation>В письме сказано, что не пришло. {day}</translation>
    </message>
    <message>
        <source>Money back: {count} of {all} orders.</source>
        <translation>Деньги возвращены: {count} из {all} заказов.</translation>
    </message>
    <message>
        <source>Said not to have come: {count} of {all} orders.</source>
        <translation>Не дошло, по словам покупателя: {count} из {all} заказов.</translation>
    </message>
    <message>
        <source>Different addresses: {count}, orders: {all}.</source>
        <translation>Разных адресов: {count}, заказов: {all}.</translation>
    </message>
    <message>
        <source>Money back, by this e-mail: {count} of {all} orders.</source>
        <translation>Возвраты по этой почте: {count} из {all} заказов.</translation>
    </message>
    <message>
        <source>Money back, at this address: {count} of {all} orders.</source>
        <translation>Возвраты по этому адресу: {count} из {all} заказов.</translation>
    </message>
    <message>
        <source>Money back, in this household: {count} of {all} orders.</source>
        <translation>Возвраты в этой семье: {count} из {all} заказов.</translation>
    </message>
</context>
<context>
    <name>DeliveryWords</name>
    <message>
        <source>{marketplace} told the buyer {day} at the latest.</source>
        <translation>{marketplace}: покупателю обещано не позже {day}.</translation>
    </message>
    <message>
        <source>You can ask the carrier to search for it now.</source>
        <translation>Уже можно просить перевозчика о розыске.</translation>
    </message>
    <message>
        <source>From {day} you can ask the carrier to search.</source>
        <translation>С {day} можно просить перевозчика о розыске.</translation>
    </message>
    <message>
        <source>From {day} you can claim from the carrier.</source>
        <translation>С {day} можно заявить претензию перевозчику.</translation>
    </message>
    <message>
        <source>The carrier took claims until {day}.</source>
        <translation>Перевозчик принимал претензии до {day}.</translation>
    </message>
    <message>
        <source>You can claim from the carrier now, if it was insured.</source>
        <translation>Уже можно заявить претензию перевозчику, если отправление застраховано.</translation>
    </message>
    <message>
        <source>You can claim from the carrier until {day}, if it was insured.</source>
        <translation>До {day} можно заявить претензию перевозчику, если отправление застраховано.</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Ожидается</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Опоздание</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Претензия</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>В пути</translation>
    </message>
    <message>
        <source>Today {day}</source>
        <translation>Сегодня {day}</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>до {day}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>с {day}</translation>
    </message>
    <message>
        <source>The carrier says so.</source>
        <translation>По данным перевозчика.</translation>
    </message>
    <message>
        <source>The carrier says so, on {day}.</source>
        <translation>По данным перевозчика, {day}.</translation>
    </message>
    <message>
        <source>Delivered.</source>
        <translation>Вручено.</translation>
    </message>
    <message>
        <source>On its way back.</source>
        <translation>Едет обратно.</translation>
    </message>
    <message>
        <source>Not shipped yet,</source>
        <translation>Ещё не отправлено,</translation>
    </message>
    <message>
        <source>as far as the files say.</source>
        <translation>судя по файлам.</translation>
    </message>
    <message>
        <source>Label made on {day}.</source>
        <translation>Ярлык сделан {day}.</translation>
    </message>
    <message>
        <source>The carrier has not reported having the parcel.</source>
        <translation>Перевозчик ещё не сообщал, что принял посылку.</translation>
    </message>
    <message>
        <source>Not known.</source>
        <translation>Неизвестно.</translation>
    </message>
    <message>
        <source>No file says whether it was shipped.</source>
        <translation>Ни в одном файле не сказано, отправлена ли посылка.</translation>
    </message>
    <message>
        <source>Shipped on {day}.</source>
        <translation>Отправлено {day}.</translation>
    </message>
    <message>
        <source>Its delivery window is not known.</source>
        <translation>Срок доставки неизвестен.</translation>
    </message>
    <message>
        <source>Business day {day} of {days}.</source>
        <translation>Рабочий день {day} из {days}.</translation>
    </message>
    <message>
        <source>Day {day} of {days}.</source>
        <translation>День {day} из {days}.</translation>
    </message>
    <message>
        <source>It ends on {day}.</source>
        <translation>Срок до {day}.</translation>
    </message>
    <message>
        <source>Inside the window.</source>
        <translation>Пока в срок.</translation>
    </message>
    <message>
        <source>A search is possible since {day}.</source>
        <translation>Розыск возможен с {day}.</translation>
    </message>
    <message>
        <source>A search is possible from {day}.</source>
        <translation>Розыск возможен с {day}.</translation>
    </message>
    <message>
        <source>It counts as lost from {day}.</source>
        <translation>Считается утерянной с {day}.</translation>
    </message>
    <message>
        <source>Late.</source>
        <translation>Опаздывает.</translation>
    </message>
    <message>
        <source>A claim is possible since {day}.</source>
        <translation>Претензию можно подать с {day}.</translation>
    </message>
    <message>
        <source>Counts as lost.</source>
        <translation>Считается утерянной.</translation>
    </message>
    <message numerus="yes">
        <source>The window ended on {day}, %n day(s) ago.</source>
        <translation>
            <numerusform>Срок кончился {day}, %n день назад.</numerusform>
            <numerusform>Срок кончился {day}, %n дня назад.</numerusform>
            <numerusform>Срок кончился {day}, %n дней назад.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>compact</source>
        <translation>сжатие</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>да</translation>
    </message>
    <message>
        <source>MEND</source>
        <translation>НЕТ</translation>
    </message>
    <message>
        <source>PySide6 is missing</source>
        <translation>нет PySide6</translation>
    </message>
    <message>
        <source>a system library is missing ({why})</source>
        <translation>не хватает системной библиотеки ({why})</translation>
    </message>
    <message>
        <source>On Debian: {command}</source>
        <translation>В Debian: {command}</translation>
    </message>
    <message>
        <source>its libraries load</source>
        <translation>его библиотеки загружаются</translation>
    </message>
    <message>
        <source>There is no display to open a window on: start it in a desktop session, or on a bare server with &apos;xvfb-run softanswer&apos; (Debian: apt install xvfb xauth).</source>
        <translation>Нет экрана, на котором открыть окно: запустите программу в сеансе рабочего стола, а на сервере без него — через &apos;xvfb-run softanswer&apos; (в Debian: apt install xvfb xauth).</translation>
    </message>
    <message>
        <source>display</source>
        <translation>экран</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>there is one</source>
        <translation>есть</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>хранилище паролей</translation>
    </message>
    <message>
        <source>passwords can&apos;t be kept</source>
        <translation>пароли негде хранить</translation>
    </message>
    <message>
        <source>it keeps passwords</source>
        <translation>пароли в нём хранятся</translation>
    </message>
    <message>
        <source>search</source>
        <translation>поиск</translation>
    </message>
    <message>
        <source>this Python&apos;s SQLite has no FTS5</source>
        <translation>в SQLite этого Python нет FTS5</translation>
    </message>
    <message>
        <source>Use the Python of python.org.</source>
        <translation>Возьмите Python с python.org.</translation>
    </message>
    <message>
        <source>SQLite {version} with FTS5</source>
        <translation>SQLite {version} с FTS5</translation>
    </message>
    <message>
        <source>database</source>
        <translation>база</translation>
    </message>
    <message>
        <source>it can&apos;t be used</source>
        <translation>ею нельзя пользоваться</translation>
    </message>
    <message>
        <source>it is damaged: {state}</source>
        <translation>она повреждена: {state}</translation>
    </message>
    <message>
        <source>&apos;softanswer doctor --repair&apos; sets it aside; held replies come from the journal.</source>
        <translation>&apos;softanswer doctor --repair&apos; отложит её в сторону; ответы на выдержке вернутся из журнала.</translation>
    </message>
    <message>
        <source>{file}; {empty} of {size} MB are empty: &apos;softanswer doctor --compact&apos; gives them back to the disk</source>
        <translation>{file}; {empty} из {size} МБ пусты: &apos;softanswer doctor --compact&apos; вернёт их диску</translation>
    </message>
    <message>
        <source>accounts</source>
        <translation>ящики</translation>
    </message>
    <message>
        <source>they can&apos;t be read</source>
        <translation>их не прочитать</translation>
    </message>
    <message>
        <source>no password is kept for {addresses}</source>
        <translation>нет пароля для {addresses}</translation>
    </message>
    <message>
        <source>Remove the account and add it again, or type the password when the window asks.</source>
        <translation>Уберите ящик и добавьте его снова или введите пароль, когда окно спросит.</translation>
    </message>
    <message>
        <source>not signed in: {addresses}</source>
        <translation>вход не выполнен: {addresses}</translation>
    </message>
    <message>
        <source>Sign in: &apos;softanswer account sign-in ADDRESS&apos;, or in the account&apos;s settings.</source>
        <translation>Войдите: &apos;softanswer account sign-in АДРЕС&apos; или в настройках ящика.</translation>
    </message>
    <message>
        <source>{count} set up</source>
        <translation>настроено: {count}</translation>
    </message>
    <message>
        <source>preferences</source>
        <translation>настройки</translation>
    </message>
    <message>
        <source>Set them anew in the window.</source>
        <translation>Задайте их в окне заново.</translation>
    </message>
    <message>
        <source>every value is in its range</source>
        <translation>все значения в своих пределах</translation>
    </message>
    <message>
        <source>The database is sound; there is nothing to repair.</source>
        <translation>База цела; чинить нечего.</translation>
    </message>
    <message>
        <source>the damaged database is kept as {file}; {accounts} accounts and {replies} waiting replies are back, the replies paused. &apos;softanswer sync&apos; brings the mail again; import the orders again; drafts and corrections are lost.</source>
        <translation>повреждённая база сохранена как {file}; вернулись ящики ({accounts}) и ждущие ответы ({replies}), ответы на паузе. &apos;softanswer sync&apos; снова доставит почту; заказы загрузите ещё раз; черновики и поправки потеряны.</translation>
    </message>
    <message>
        <source>Add your accounts again first.</source>
        <translation>Сначала снова добавьте ящики.</translation>
    </message>
    <message>
        <source>repair</source>
        <translation>починка</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>It has its star already.</source>
        <translation>Звёздочка уже стоит.</translation>
    </message>
    <message>
        <source>A letter is not here as a whole and can&apos;t be saved: “{action}” first.</source>
        <translation>Письмо здесь не целиком, и сохранить его нельзя: сначала «{action}».</translation>
    </message>
    <message>
        <source>To choose the order of a letter, press {key}.</source>
        <translation>Заказ к письму выбирают клавишей {key}.</translation>
    </message>
    <message>
        <source>Only replies cool down.</source>
        <translation>Остывают только ответы.</translation>
    </message>
    <message>
        <source>A letter waits here by itself once its answer is sent.</source>
        <translation>Письмо само окажется здесь, когда ответ на него уйдёт.</translation>
    </message>
    <message>
        <source>What kind a letter is, is said above it.</source>
        <translation>Вид письма меняют над самим письмом.</translation>
    </message>
    <message>
        <source>Every letter is in All mail anyway.</source>
        <translation>Во «Всей почте» и так есть каждое письмо.</translation>
    </message>
    <message>
        <source>A saved search finds its letters by itself.</source>
        <translation>Сохранённый поиск находит письма сам.</translation>
    </message>
    <message>
        <source>An answer is owed already.</source>
        <translation>Письмо и так ждёт ответа.</translation>
    </message>
    <message>
        <source>It has its answer, or nobody asks for one.</source>
        <translation>Ответ уже есть, или его никто не просит.</translation>
    </message>
    <message>
        <source>No file of the letter could be written.</source>
        <translation>Не удалось записать письмо в файл.</translation>
    </message>
</context>
<context>
    <name>Enclosing</name>
    <message>
        <source>Attach files</source>
        <translation>Приложить файлы</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>картинка</translation>
    </message>
    <message>
        <source>“{name}” is taken off. {keys} brings it back.</source>
        <translation>Файл «{name}» убран. Вернуть: {keys}.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be shown here. It goes with the reply as it is.</source>
        <translation>«{name}» здесь показать нельзя. Файл уйдёт с ответом как есть.</translation>
    </message>
</context>
<context>
    <name>EnclosureRow</name>
    <message>
        <source>Attachments of the reply</source>
        <translation>Вложения ответа</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>An answer is owed.</source>
        <translation>Покупатель ждёт ответа.</translation>
    </message>
    <message>
        <source>A reply is written and waits its cool-down.</source>
        <translation>Ответ написан и остывает.</translation>
    </message>
    <message>
        <source>All letters are answered.</source>
        <translation>На все письма дан ответ.</translation>
    </message>
    <message>
        <source>The case is closed.</source>
        <translation>Обращение закрыто.</translation>
    </message>
    <message>
        <source>It is no complaint after all.</source>
        <translation>Это всё-таки не жалоба.</translation>
    </message>
    <message>
        <source>A telephone call: both talked.</source>
        <translation>Звонок по телефону: разговор состоялся.</translation>
    </message>
    <message>
        <source>A telephone call: nobody answered.</source>
        <translation>Звонок по телефону: никто не ответил.</translation>
    </message>
    <message>
        <source>{folder} holds something already. Name a new folder, or an empty one.</source>
        <translation>В папке {folder} уже что-то есть. Назовите новую папку или пустую.</translation>
    </message>
    <message>
        <source>Case {number}, opened {day}</source>
        <translation>Обращение {number}, открыто {day}</translation>
    </message>
    <message>
        <source>Customer: {name} &lt;{address}&gt;</source>
        <translation>Покупатель: {name} &lt;{address}&gt;</translation>
    </message>
    <message>
        <source>No order is known.</source>
        <translation>Заказ неизвестен.</translation>
    </message>
    <message>
        <source>What happened, in times of {zone}:</source>
        <translation>Что происходило (время по {zone}):</translation>
    </message>
    <message>
        <source>Order {number} ({place})</source>
        <translation>Заказ {number} ({place})</translation>
    </message>
    <message>
        <source>Order {number} ({place}), known from mail only</source>
        <translation>Заказ {number} ({place}), известен только из писем</translation>
    </message>
    <message>
        <source>posted {day}, {service}, tracking number {tracking}</source>
        <translation>отправлено {day}, {service}, трек-номер {tracking}</translation>
    </message>
    <message>
        <source>Promised: “{sentence}”</source>
        <translation>Обещано: «{sentence}»</translation>
    </message>
    <message>
        <source>Kept: “{sentence}”</source>
        <translation>Выполнено: «{sentence}»</translation>
    </message>
    <message>
        <source>They wrote: “{subject}” ({file})</source>
        <translation>Письмо от покупателя: «{subject}» ({file})</translation>
    </message>
    <message>
        <source>We wrote: “{subject}” ({file})</source>
        <translation>Письмо от нас: «{subject}» ({file})</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>на этом компьютере нет</translation>
    </message>
    <message>
        <source>Letters of which only the header is on this computer: {count}. &apos;softanswer sync&apos; brings the rest.</source>
        <translation>Писем, от которых на этом компьютере только заголовок: {count}. Остальное принесёт &apos;softanswer sync&apos;.</translation>
    </message>
    <message>
        <source>Letters without some of their attachments, which are on the mail server only: {count}. &apos;softanswer fetch ID&apos; brings those of a letter here.</source>
        <translation>Писем без части вложений, которые есть только на почтовом сервере: {count}. Вложения одного письма принесёт &apos;softanswer fetch ID&apos;.</translation>
    </message>
</context>
<context>
    <name>EvidenceFolder</name>
    <message>
        <source>Open a complaint first: only complaints have a case.</source>
        <translation>Сначала откройте жалобу: обращение есть только у жалоб.</translation>
    </message>
    <message>
        <source>Save the case in this folder</source>
        <translation>Сохранить обращение в этой папке</translation>
    </message>
    <message>
        <source>Case {number}, {day}</source>
        <translation>Обращение {number}, {day}</translation>
    </message>
    <message>
        <source>The case is saved as the folder “{name}”.</source>
        <translation>Обращение сохранено в папке «{name}».</translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message>
        <source>today</source>
        <translation>сегодняшний день</translation>
    </message>
    <message>
        <source>next business day, for what you do first</source>
        <translation>следующий рабочий день: к нему вы делаете первый шаг</translation>
    </message>
    <message>
        <source>when you answer at the latest</source>
        <translation>крайний срок вашего ответа</translation>
    </message>
    <message>
        <source>marketplace of the letter</source>
        <translation>площадка, через которую пришло письмо</translation>
    </message>
    <message>
        <source>your name</source>
        <translation>ваше имя</translation>
    </message>
    <message>
        <source>name of your shop</source>
        <translation>название магазина</translation>
    </message>
    <message>
        <source>whom the letter greets</source>
        <translation>к кому обращается письмо</translation>
    </message>
    <message>
        <source>number of the case</source>
        <translation>номер обращения</translation>
    </message>
    <message>
        <source>letters that they had from you</source>
        <translation>сколько писем они от вас получили</translation>
    </message>
    <message>
        <source>“seller”, “carrier” and so on: whose side it was</source>
        <translation>«seller», «carrier» и так далее: на чьей стороне причина</translation>
    </message>
    <message>
        <source>“feminine” or “masculine”: how you write of yourself</source>
        <translation>«feminine» или «masculine»: в каком роде вы пишете о себе</translation>
    </message>
    <message>
        <source>“birthday”, “wedding” and so on: what they wanted it for</source>
        <translation>«birthday», «wedding» и так далее: для чего была нужна книга</translation>
    </message>
    <message>
        <source>“map”, “jacket” and so on: what they miss</source>
        <translation>«map», «jacket» и так далее: чего не хватает</translation>
    </message>
    <message>
        <source>“wet”, “cover” and so on: what is damaged</source>
        <translation>«wet», «cover» и так далее: что повреждено</translation>
    </message>
    <message>
        <source>“stamps”, “notes” and so on: what is not as described</source>
        <translation>«stamps», «notes» и так далее: что не так, как в описании</translation>
    </message>
    <message>
        <source>day of their letter</source>
        <translation>день их письма</translation>
    </message>
    <message>
        <source>day of their first letter without answer</source>
        <translation>день их первого письма без ответа</translation>
    </message>
    <message>
        <source>letters without answer</source>
        <translation>письма без ответа</translation>
    </message>
    <message>
        <source>days that they wait for an answer</source>
        <translation>сколько дней они ждут ответа</translation>
    </message>
    <message>
        <source>order number</source>
        <translation>номер заказа</translation>
    </message>
    <message>
        <source>title of the book</source>
        <translation>название книги</translation>
    </message>
    <message>
        <source>copies in the order</source>
        <translation>экземпляров в заказе</translation>
    </message>
    <message>
        <source>condition as sold</source>
        <translation>состояние по описанию</translation>
    </message>
    <message>
        <source>town it goes to</source>
        <translation>город, куда идёт посылка</translation>
    </message>
    <message>
        <source>day of the order</source>
        <translation>день заказа</translation>
    </message>
    <message>
        <source>sum they paid</source>
        <translation>сумма, которую они заплатили</translation>
    </message>
    <message>
        <source>postage they paid</source>
        <translation>доставка, которую они оплатили</translation>
    </message>
    <message>
        <source>day of posting</source>
        <translation>день отправки</translation>
    </message>
    <message>
        <source>postal service</source>
        <translation>служба доставки</translation>
    </message>
    <message>
        <source>tracking number</source>
        <translation>трек-номер</translation>
    </message>
    <message>
        <source>days from order to posting</source>
        <translation>дней от заказа до отправки</translation>
    </message>
    <message>
        <source>first day of delivery</source>
        <translation>первый день доставки</translation>
    </message>
    <message>
        <source>last day of delivery</source>
        <translation>последний день доставки</translation>
    </message>
    <message>
        <source>“business” or “calendar” days</source>
        <translation>какие дни: «business» (рабочие) или «calendar» (календарные)</translation>
    </message>
    <message>
        <source>which day of the delivery time it is</source>
        <translation>какой идёт день срока доставки</translation>
    </message>
    <message>
        <source>days of the delivery time</source>
        <translation>дней в сроке доставки</translation>
    </message>
    <message>
        <source>business day after the delivery time</source>
        <translation>рабочий день после срока доставки</translation>
    </message>
    <message>
        <source>day from which it counts as lost</source>
        <translation>день, с которого посылка считается утерянной</translation>
    </message>
    <message>
        <source>day of delivery</source>
        <translation>день вручения</translation>
    </message>
    <message>
        <source>days they have had it, if many</source>
        <translation>сколько дней книга у них, если давно</translation>
    </message>
    <message>
        <source>day it came back</source>
        <translation>день возвращения посылки</translation>
    </message>
    <message>
        <source>the book or the books, with the title</source>
        <translation>книга или книги, с названием</translation>
    </message>
    <message>
        <source>how it arrived: soaked, with a damaged cover</source>
        <translation>в каком виде пришла: промокшей, с повреждённой обложкой</translation>
    </message>
    <message>
        <source>what is not as described, behind “that”</source>
        <translation>что не так, как в описании, после «что»</translation>
    </message>
    <message>
        <source>the whole sum</source>
        <translation>вся сумма</translation>
    </message>
    <message>
        <source>what they ordered</source>
        <translation>то, что они заказали</translation>
    </message>
    <message>
        <source>greeting</source>
        <translation>приветствие</translation>
    </message>
    <message>
        <source>the sum of this book</source>
        <translation>сумма за эту книгу</translation>
    </message>
    <message>
        <source>the part that is missing</source>
        <translation>часть, которой не хватает</translation>
    </message>
    <message>
        <source>the part that you send</source>
        <translation>часть, которую вы отправляете</translation>
    </message>
    <message>
        <source>what they wanted it for: for the birthday</source>
        <translation>для чего была нужна: ко дню рождения</translation>
    </message>
    <message>
        <source>the parcel, with its day</source>
        <translation>посылка, с датой</translation>
    </message>
    <message>
        <source>regret, to one who writes again</source>
        <translation>сожаление тому, кто пишет снова</translation>
    </message>
    <message>
        <source>sign-off and signature</source>
        <translation>прощание и подпись</translation>
    </message>
    <message>
        <source>thanks, to one who writes again</source>
        <translation>благодарность тому, кто пишет снова</translation>
    </message>
    <message>
        <source>owns it, by the side it arose on</source>
        <translation>признание ответственности, на чьей бы стороне ни была причина</translation>
    </message>
    <message>
        <source>owns the wait, where there was one</source>
        <translation>признание задержки, если она была</translation>
    </message>
    <message>
        <source>delivery time in a sentence</source>
        <translation>срок доставки одним предложением</translation>
    </message>
</context>
<context>
    <name>FactsPanel</name>
    <message>
        <source>Order and customer</source>
        <translation>Заказ и покупатель</translation>
    </message>
    <message>
        <source>Probably this order.</source>
        <translation>Вероятно, этот заказ.</translation>
    </message>
    <message>
        <source>Check the number before you state a fact.</source>
        <translation>Сверьте номер, прежде чем ссылаться на факты.</translation>
    </message>
</context>
<context>
    <name>FactsSide</name>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>Посылка</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Деньги</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Покупатель</translation>
    </message>
    <message>
        <source>Did we cause this?</source>
        <translation>Виноваты ли мы?</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this letter</source>
        <translation>Найти в этом письме</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Предыдущее место</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Следующее место</translation>
    </message>
    <message>
        <source>Stop finding</source>
        <translation>Закончить поиск</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} из {count}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>не найдено</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Leave it…</source>
        <translation>Оставить…</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«{text}»</translation>
    </message>
    <message>
        <source>By {day} instead</source>
        <translation>Другой день: {day}</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Put the repair in</source>
        <translation>Вставить правку</translation>
    </message>
    <message>
        <source>Put “{text}”</source>
        <translation>Вставить «{text}»</translation>
    </message>
    <message>
        <source>advice, {place}</source>
        <translation>совет, {place}</translation>
    </message>
    <message>
        <source>{place}, {key} next</source>
        <translation>{place}, дальше {key}</translation>
    </message>
    <message>
        <source>Why may it stay?</source>
        <translation>Почему можно оставить?</translation>
    </message>
</context>
<context>
    <name>FolderChoice</name>
    <message>
        <source>Move to a folder</source>
        <translation>Переместить в папку</translation>
    </message>
    <message>
        <source>To which folder?</source>
        <translation>В какую папку?</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Переместить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
</context>
<context>
    <name>FolderListModel</name>
    <message>
        <source>always followed</source>
        <translation>отслеживается всегда</translation>
    </message>
    <message>
        <source>sent mail, always followed</source>
        <translation>отправленные, отслеживается всегда</translation>
    </message>
    <message>
        <source>archive, not followed</source>
        <translation>архив, не отслеживается</translation>
    </message>
    <message>
        <source>trash, not followed</source>
        <translation>корзина, не отслеживается</translation>
    </message>
    <message>
        <source>junk, not followed</source>
        <translation>спам, не отслеживается</translation>
    </message>
    <message>
        <source>drafts, not followed</source>
        <translation>черновики, не отслеживается</translation>
    </message>
    <message>
        <source>only shows other folders</source>
        <translation>лишь показывает другие папки</translation>
    </message>
</context>
<context>
    <name>FolderWatch</name>
    <message>
        <source>{file}: {new} new, {changed} updated, {bad} lines left out.</source>
        <translation>{file}: новых {new}, обновлено {changed}, пропущено строк {bad}.</translation>
    </message>
    <message>
        <source>{file} in the watched folder is of a kind that is not known.</source>
        <translation>{file} в папке под наблюдением — файл неизвестного вида.</translation>
    </message>
    <message>
        <source>Say once what its columns are; the next file of that kind is read.</source>
        <translation>Укажите один раз, что в его столбцах: следующий файл такого вида прочтётся сам.</translation>
    </message>
    <message>
        <source>Name the columns…</source>
        <translation>Указать столбцы…</translation>
    </message>
    <message>
        <source>It is looked for again and again; or choose another in Preferences.</source>
        <translation>Папка проверяется снова и снова; можно выбрать другую в настройках.</translation>
    </message>
</context>
<context>
    <name>FoldersDialog</name>
    <message>
        <source>Folders of {address}</source>
        <translation>Папки ящика {address}</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Папки</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Запросить снова</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Follow these folders</source>
        <translation>Следить за этими папками</translation>
    </message>
    <message>
        <source>The server is asked for its folders.</source>
        <translation>Запрашиваем у сервера список папок.</translation>
    </message>
    <message numerus="yes">
        <source>Follow these, let go of %n letters</source>
        <translation>
            <numerusform>Следить за этими, убрать %n письмо</numerusform>
            <numerusform>Следить за этими, убрать %n письма</numerusform>
            <numerusform>Следить за этими, убрать %n писем</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letters of the folders that you follow no more will not be kept here. They stay on the server. What has a case, a held reply or a draft is kept.</source>
        <translation>
            <numerusform>%n письмо из папок, за которыми вы больше не следите, храниться здесь не будет. На сервере оно останется. То, с чем связано обращение, ответ на выдержке или черновик, сохранится.</numerusform>
            <numerusform>%n письма из папок, за которыми вы больше не следите, храниться здесь не будут. На сервере они останутся. То, с чем связано обращение, ответ на выдержке или черновик, сохранится.</numerusform>
            <numerusform>%n писем из папок, за которыми вы больше не следите, храниться здесь не будут. На сервере они останутся. То, с чем связано обращение, ответ на выдержке или черновик, сохранится.</numerusform>
        </translation>
    </message>
    <message>
        <source>Letters in a followed folder are fetched, judged and searched as those in INBOX. What you archive or throw away is put out of your lists, so those folders are not followed.</source>
        <translation>Письма из отслеживаемой папки загружаются, оцениваются и участвуют в поиске, как письма из INBOX. То, что вы убираете в архив или в корзину, исчезает из списков, поэтому за этими папками программа не следит.</translation>
    </message>
</context>
<context>
    <name>FormRow</name>
    <message>
        <source>Once</source>
        <translation>Один раз</translation>
    </message>
    <message>
        <source>Always from this sender</source>
        <translation>Всегда от этого отправителя</translation>
    </message>
    <message>
        <source>The formatted form of this letter does not say the same as its text. What was understood, and what is quoted, is the text.</source>
        <translation>В оформленном виде это письмо говорит не то же самое, что его текст. Разобран и цитируется текст.</translation>
    </message>
    <message>
        <source>Show as text</source>
        <translation>Показать текстом</translation>
    </message>
    <message>
        <source>Show as sent</source>
        <translation>Показать как прислано</translation>
    </message>
</context>
<context>
    <name>FurtherAddress</name>
    <message>
        <source>Further address</source>
        <translation>Ещё один адрес</translation>
    </message>
    <message>
        <source>orders@shop.example</source>
        <translation>orders@shop.example</translation>
    </message>
    <message>
        <source>Name of the further address</source>
        <translation>Имя для этого адреса</translation>
    </message>
    <message>
        <source>name, if another</source>
        <translation>имя, если другое</translation>
    </message>
    <message>
        <source>Remove this address</source>
        <translation>Убрать этот адрес</translation>
    </message>
</context>
<context>
    <name>GateCards</name>
    <message>
        <source>It will record</source>
        <translation>Будет записано</translation>
    </message>
    <message>
        <source>Facts it states</source>
        <translation>Факты в ответе</translation>
    </message>
    <message>
        <source>Changed since your first draft</source>
        <translation>Изменено с первого черновика</translation>
    </message>
    <message>
        <source>It promises nothing.</source>
        <translation>Обещаний в нём нет.</translation>
    </message>
    <message>
        <source>It names nothing that the order could confirm.</source>
        <translation>В нём нет ничего, что можно сверить с заказом.</translation>
    </message>
    <message>
        <source>Nothing: it is as it was first written.</source>
        <translation>Ничего, всё как было.</translation>
    </message>
    <message>
        <source>{day}: {promise}</source>
        <translation>{day}: «{promise}»</translation>
    </message>
    <message>
        <source>No day named</source>
        <translation>Без даты</translation>
    </message>
    <message>
        <source>{day}, past already</source>
        <translation>{day}, уже прошло</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Завтра</translation>
    </message>
    <message>
        <source>Mon {day}</source>
        <translation>Пн, {day}</translation>
    </message>
    <message>
        <source>Tue {day}</source>
        <translation>Вт, {day}</translation>
    </message>
    <message>
        <source>Wed {day}</source>
        <translation>Ср, {day}</translation>
    </message>
    <message>
        <source>Thu {day}</source>
        <translation>Чт, {day}</translation>
    </message>
    <message>
        <source>Fri {day}</source>
        <translation>Пт, {day}</translation>
    </message>
    <message>
        <source>Sat {day}</source>
        <translation>Сб, {day}</translation>
    </message>
    <message>
        <source>Sun {day}</source>
        <translation>Вс, {day}</translation>
    </message>
    <message>
        <source>Everything that was found was mended.</source>
        <translation>Всё, что нашлось, исправлено.</translation>
    </message>
</context>
<context>
    <name>GateFoot</name>
    <message>
        <source>Not yet, 1 h more</source>
        <translation>Рано, ещё час</translation>
    </message>
    <message>
        <source>Edit, hold restarts</source>
        <translation>Править, новая выдержка</translation>
    </message>
    <message>
        <source>I can read this calmly: send</source>
        <translation>Читаю спокойно: отправить</translation>
    </message>
    <message>
        <source>What you send can be passed on and posted, in whole or in part.</source>
        <translation>То, что вы отправите, могут переслать и выложить, целиком или частями.</translation>
    </message>
    <message>
        <source>Marketplaces ask you to use their own messages.</source>
        <translation>Площадки просят писать через их собственные сообщения.</translation>
    </message>
    <message>
        <source>Call instead: not here</source>
        <translation>Звонить нельзя</translation>
    </message>
    <message>
        <source>Call instead: no number</source>
        <translation>Звонить некуда</translation>
    </message>
    <message>
        <source>Call instead: when the hold has ended</source>
        <translation>Звонить рано</translation>
    </message>
    <message>
        <source>Call instead</source>
        <translation>Лучше позвонить</translation>
    </message>
</context>
<context>
    <name>GateView</name>
    <message>
        <source>Read both letters once more</source>
        <translation>Перечитайте оба письма</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Read your letter once more</source>
        <translation>Перечитайте своё письмо</translation>
    </message>
    <message>
        <source>It goes out now.</source>
        <translation>Уже уходит.</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Go</source>
        <translation>Переход</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Письмо</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Cooling</source>
        <translation>Остывание</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Сохранённые поиски</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
</context>
<context>
    <name>Handling</name>
    <message>
        <source>Put away. Undo with {keys}.</source>
        <translation>Убрано. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>What mail says of this order counts from now on. Undo with {keys}.</source>
        <translation>Сказанное в почте об этом заказе теперь учитывается. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>Moved to Archive. Undo with {keys}.</source>
        <translation>Перемещено в архив. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>This letter is not sent yet: write on, or throw it away.</source>
        <translation>Это письмо ещё не отправлено: допишите его или выбросьте.</translation>
    </message>
    <message>
        <source>The letter is thrown away. Undo with {keys}.</source>
        <translation>Письмо выброшено. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>Nothing to bring back: it waits already, or it has its answer.</source>
        <translation>Возвращать нечего: письмо и так ждёт ответа или уже получило его.</translation>
    </message>
    <message>
        <source>It waits for an answer again. Undo with {keys}.</source>
        <translation>Письмо снова ждёт ответа. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>They wait for an answer again: {count} letters. Undo with {keys}.</source>
        <translation>Снова ждут ответа, писем: {count}. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>Moved to Trash. Undo with {keys}.</source>
        <translation>Перемещено в корзину. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>Moved to Junk. Undo with {keys}.</source>
        <translation>Перемещено в спам. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>Moved to {folder}. Undo with {keys}.</source>
        <translation>Перемещено в папку «{folder}». Отменить: {keys}.</translation>
    </message>
    <message>
        <source>It stays in the list until its case and its reply are done.</source>
        <translation>Оно останется в списке, пока не закончены обращение и ответ.</translation>
    </message>
    <message>
        <source>Corrected. Undo with {keys}.</source>
        <translation>Исправлено. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>The order is chosen. Undo with {keys}.</source>
        <translation>Заказ выбран. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>Put away: {count} letters. Undo with {keys}.</source>
        <translation>Убрано писем: {count}. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>Moved: {count} letters. Undo with {keys}.</source>
        <translation>Перемещено писем: {count}. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>Starred. Undo with {keys}.</source>
        <translation>Звёздочка поставлена. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>No star any more. Undo with {keys}.</source>
        <translation>Звёздочка снята. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>Marked as read. Undo with {keys}.</source>
        <translation>Отмечено как прочитанное. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>Marked as unread. Undo with {keys}.</source>
        <translation>Отмечено как непрочитанное. Отменить: {keys}.</translation>
    </message>
</context>
<context>
    <name>HeatLine</name>
    <message>
        <source>Their letter: {heat}.</source>
        <translation>Их письмо: {heat}.</translation>
    </message>
    <message>
        <source>Your first draft: {heat}.</source>
        <translation>Первый черновик: {heat}.</translation>
    </message>
    <message>
        <source>Your answer: {heat}.</source>
        <translation>Ваш ответ: {heat}.</translation>
    </message>
</context>
<context>
    <name>HeldCard</name>
    <message>
        <source>Look at both</source>
        <translation>Посмотреть оба</translation>
    </message>
    <message>
        <source>Read both letters</source>
        <translation>Перечитать оба письма</translation>
    </message>
    <message>
        <source>Hold it again</source>
        <translation>Остудить снова</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Попробовать сейчас</translation>
    </message>
    <message>
        <source>It has arrived</source>
        <translation>Письмо дошло</translation>
    </message>
    <message>
        <source>Send once more…</source>
        <translation>Отправить ещё раз…</translation>
    </message>
    <message>
        <source>1 h longer</source>
        <translation>Ещё час</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Посмотреть</translation>
    </message>
    <message>
        <source>Read it again</source>
        <translation>Перечитать</translation>
    </message>
    <message>
        <source>They may get it twice: send</source>
        <translation>Может прийти дважды: отправить</translation>
    </message>
</context>
<context>
    <name>HoldWords</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
        </translation>
    </message>
    <message>
        <source>Cool down until {time}</source>
        <translation>Остудить до {time}</translation>
    </message>
    <message>
        <source>It goes out by itself when the hold ends.</source>
        <translation>Когда выдержка кончится, ответ уйдёт сам.</translation>
    </message>
    <message>
        <source>You will be asked to read both letters again.</source>
        <translation>Перед отправкой вы перечитаете оба письма.</translation>
    </message>
    <message>
        <source>You will be asked to read it again.</source>
        <translation>Перед отправкой вы его перечитаете.</translation>
    </message>
    <message>
        <source>Quiet hours last until {time}, which is after the answer deadline.</source>
        <translation>Тихие часы до {time}, это позже срока ответа.</translation>
    </message>
    <message>
        <source>Nothing leaves before {time}: quiet hours.</source>
        <translation>До {time} ничего не уйдёт: тихие часы.</translation>
    </message>
    <message>
        <source>{length}, cut to stay inside the deadline.</source>
        <translation>{length}: короче, чтобы успеть к сроку.</translation>
    </message>
    <message>
        <source>{length}: longer, because this was written in some heat.</source>
        <translation>{length}: дольше обычного, ведь написано сгоряча.</translation>
    </message>
    <message>
        <source>{length} for ordinary mail.</source>
        <translation>{length} для обычного письма.</translation>
    </message>
    <message>
        <source>{length} for heat {heat}.</source>
        <translation>{length}: накал {heat}.</translation>
    </message>
    <message>
        <source>Then it is held for {length}. Nothing goes out before you have read it again.</source>
        <translation>Затем выдержка: {length}. Ничего не уйдёт, пока вы не перечитаете.</translation>
    </message>
    <message>
        <source>{length} instead of {whole}, to stay inside the answer deadline.</source>
        <translation>{length}, а не {whole}: чтобы ответить в срок.</translation>
    </message>
    <message>
        <source>{length}: base {base} × {factor}, longer for your own heat.</source>
        <translation>{length}: основная {base} × {factor}, дольше, ведь написано сгоряча.</translation>
    </message>
    <message>
        <source>{length}: made longer by you.</source>
        <translation>{length}: вы продлили.</translation>
    </message>
    <message>
        <source>{length}: the base, for ordinary mail.</source>
        <translation>{length}: основная, для обычного письма.</translation>
    </message>
    <message>
        <source>{length}: base {base} × {factor} for heat {heat}.</source>
        <translation>{length}: основная {base} × {factor}, накал {heat}.</translation>
    </message>
    <message>
        <source>The answer was due {time}.</source>
        <translation>Срок ответа прошёл: {time}.</translation>
    </message>
    <message>
        <source>Answer deadline {time}.</source>
        <translation>Срок ответа: {time}.</translation>
    </message>
    <message>
        <source>It cools until {time}. Until then it can be read, not sent.</source>
        <translation>Остывает до {time}. Пока его можно читать, но не отправить.</translation>
    </message>
    <message>
        <source>It is paused and can&apos;t be sent. Hold it again, or take it back.</source>
        <translation>Ответ на паузе, отправить его нельзя. Остудите его снова или верните в черновики.</translation>
    </message>
    <message>
        <source>You have approved it already; here it can only be read.</source>
        <translation>Вы его уже одобрили: здесь его можно только читать.</translation>
    </message>
    <message>
        <source>The hold of {length} ended {time}. Nothing has been sent.</source>
        <translation>Выдержка ({length}) закончилась: {time}. Ничего не отправлено.</translation>
    </message>
    <message>
        <source>Take your time.</source>
        <translation>Не торопитесь.</translation>
    </message>
    <message>
        <source>Take your time: {time} left to answer.</source>
        <translation>Не торопитесь: на ответ ещё {time}.</translation>
    </message>
    <message>
        <source>Taken out: “{text}”</source>
        <translation>Убрано: «{text}»</translation>
    </message>
    <message>
        <source>Put in: “{text}”</source>
        <translation>Добавлено: «{text}»</translation>
    </message>
    <message>
        <source>“{before}” became “{after}”</source>
        <translation>Было «{before}», стало «{after}»</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>You left one place as it is: “{reason}”</source>
        <translation>Одно место вы оставили как есть: «{reason}»</translation>
    </message>
    <message>
        <source>Counts at once, for every reply held from now on.</source>
        <translation>Действует сразу, для всех новых ответов.</translation>
    </message>
    <message>
        <source>Counts for replies held from {time} on.</source>
        <translation>Для новых ответов заработает: {time}.</translation>
    </message>
    <message>
        <source>What shortens a hold waits until the {length} of now have run out once.</source>
        <translation>Чтобы выдержка стала короче, сначала должен один раз пройти нынешний срок: {length}.</translation>
    </message>
    <message>
        <source>Your last change shortens holds; until then the longer ones stay.</source>
        <translation>Последнее изменение сокращает выдержку; до тех пор остаётся прежняя, более долгая.</translation>
    </message>
</context>
<context>
    <name>Holding</name>
    <message>
        <source>Sent to {name}, {time}.</source>
        <translation>Отправлено: {name}, {time}.</translation>
    </message>
    <message>
        <source>The letter that this reply answers is not here any more.</source>
        <translation>Письма, на которое это ответ, здесь больше нет.</translation>
    </message>
    <message>
        <source>Taken back; the text is a draft again.</source>
        <translation>Ответ возвращён: текст снова в черновике.</translation>
    </message>
    <message>
        <source>The call is noted. Now write down what you agreed on.</source>
        <translation>Звонок записан. Теперь напишите, о чём договорились.</translation>
    </message>
    <message>
        <source>Noted: you called, and nobody answered.</source>
        <translation>Записано: вы звонили, трубку не взяли.</translation>
    </message>
    <message>
        <source>Approved. It waits until you let mail go out again.</source>
        <translation>Одобрено. Ответ подождёт, пока вы снова не разрешите отправку.</translation>
    </message>
    <message>
        <source>On its way to {to}.</source>
        <translation>Ответ уходит: {to}.</translation>
    </message>
    <message>
        <source>Cooling until {time}.</source>
        <translation>Остывает до {time}.</translation>
    </message>
</context>
<context>
    <name>IdentityBar</name>
    <message>
        <source>Subject</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Leave the reply, keep the draft</source>
        <translation>Отложить ответ, сохранив черновик</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Приложить файлы</translation>
    </message>
    <message>
        <source>From {name}</source>
        <translation>От кого: {name}</translation>
    </message>
    <message>
        <source>To {name}</source>
        <translation>Кому: {name}</translation>
    </message>
    <message>
        <source>Suggested: {why}</source>
        <translation>Подсказка: {why}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Кому</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import settings</source>
        <translation>Загрузить настройки</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Take these settings</source>
        <translation>Принять эти настройки</translation>
    </message>
    <message>
        <source>This would change</source>
        <translation>Что изменится</translation>
    </message>
    <message>
        <source>Nothing has changed yet; afterwards one click takes all of it back.</source>
        <translation>Пока ничего не изменилось; потом всё можно вернуть одним нажатием.</translation>
    </message>
</context>
<context>
    <name>ImportReport</name>
    <message>
        <source>Imported orders</source>
        <translation>Загруженные заказы</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Read as: {kind}. New: {new}. Updated: {changed}. As they were: {same}. Lines left out: {bad}.</source>
        <translation>Прочитано как: {kind}. Новых: {new}. Обновлено: {changed}. Без изменений: {same}. Строк пропущено: {bad}.</translation>
    </message>
    <message>
        <source>These lines were left out. Mend them in the file and import it again.</source>
        <translation>Эти строки пропущены. Исправьте их в файле и загрузите его ещё раз.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Lines left out</source>
        <translation>Пропущенные строки</translation>
    </message>
</context>
<context>
    <name>InboxPage</name>
    <message>
        <source>{count} chosen</source>
        <translation>Выбрано: {count}</translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation>ничего не выбрано</translation>
    </message>
</context>
<context>
    <name>KeyList</name>
    <message>
        <source>no key</source>
        <translation>без клавиши</translation>
    </message>
    <message>
        <source>{keys}, yours</source>
        <translation>{keys}, задано вами</translation>
    </message>
</context>
<context>
    <name>KeyOverview</name>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>No keys.</source>
        <translation>Клавиш нет.</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>In the places</source>
        <translation>В разделах</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>В списке</translation>
    </message>
    <message>
        <source>In the letter</source>
        <translation>В письме</translation>
    </message>
    <message>
        <source>In the order</source>
        <translation>В заказе</translation>
    </message>
    <message>
        <source>While you write</source>
        <translation>Когда пишете</translation>
    </message>
    <message>
        <source>In Cooling</source>
        <translation>Где остывают ответы</translation>
    </message>
    <message>
        <source>In the orders</source>
        <translation>В заказах</translation>
    </message>
    <message>
        <source>While you read both letters again</source>
        <translation>Когда перечитываете оба письма</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>F1 shows every key, wherever you are.</source>
        <translation>F1 показывает все клавиши, где бы вы ни были.</translation>
    </message>
    <message>
        <source>Single letters work as keys in lists and letters</source>
        <translation>Одиночные буквы работают как клавиши в списках и письмах</translation>
    </message>
    <message>
        <source>Such as j and k for the next and the one before, and r to reply. They never act in a text field. Turn them off if you dictate, or if a stray key does harm.</source>
        <translation>Например, j и k: следующее и предыдущее, r: ответить. В полях для текста они не действуют. Выключите их, если вы диктуете или если случайное нажатие мешает.</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Найти действие или клавишу</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Действия и их клавиши</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Новая клавиша</translation>
    </message>
    <message>
        <source>Further key</source>
        <translation>Ещё клавиша</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Без клавиши</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Как было</translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation>Все как было</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>Новая клавиша</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Забрать себе</translation>
    </message>
    <message>
        <source>Press the key for “{action}”, or two after each other. Esc leaves it.</source>
        <translation>Нажмите клавишу для действия «{action}» или две подряд. Esc оставит всё как есть.</translation>
    </message>
    <message>
        <source>{key} is needed by lists, buttons and fields. Press another key.</source>
        <translation>{key} нужна спискам, кнопкам и полям. Нажмите другую клавишу.</translation>
    </message>
    <message>
        <source>While you write, {key} is typed. Press it with Ctrl or Alt.</source>
        <translation>Когда вы пишете, {key} печатается. Нажмите её вместе с Ctrl или Alt.</translation>
    </message>
    <message>
        <source>{key} starts “{other}” there. Press another key, or take it over: “{other}” then keeps its other keys, or has none.</source>
        <translation>{key} там уже вызывает «{other}». Нажмите другую клавишу или заберите эту: у действия «{other}» останутся его другие клавиши, если они есть.</translation>
    </message>
    <message>
        <source>{key} shows the search or the keys everywhere. Press another key.</source>
        <translation>{key} везде открывает поиск или список клавиш. Нажмите другую клавишу.</translation>
    </message>
    <message>
        <source>“{other}” has its key now. Give that another one first.</source>
        <translation>Его клавиша сейчас у действия «{other}». Сначала дайте тому другую.</translation>
    </message>
</context>
<context>
    <name>KindsButton</name>
    <message>
        <source>all letters</source>
        <translation>всех писем</translation>
    </message>
    <message>
        <source>{kinds} and {count} more</source>
        <translation>{kinds} и ещё {count}</translation>
    </message>
    <message>
        <source>Offered for: {kinds}</source>
        <translation>Предлагать для: {kinds}</translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message>
        <source>Close Soft Answer?</source>
        <translation>Закрыть Soft Answer?</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Не закрывать</translation>
    </message>
</context>
<context>
    <name>LengthField</name>
    <message>
        <source>Hours</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Минуты</translation>
    </message>
    <message>
        <source>h</source>
        <translation>ч</translation>
    </message>
    <message>
        <source>min</source>
        <translation>мин</translation>
    </message>
</context>
<context>
    <name>LessonsPage</name>
    <message>
        <source>Corrections</source>
        <translation>Исправления</translation>
    </message>
    <message>
        <source>Where you said otherwise than a letter was read, later letters that are alike follow you: by one step at most, from three corrections on, and each says so. Your word on the letters themselves stays when you forget this.</source>
        <translation>Если вы исправили то, как письмо прочитано, похожие письма потом читаются по-вашему: не больше чем на один шаг, начиная с трёх исправлений, и в каждом это сказано. Ваше слово о самих письмах остаётся, даже если забыть исправления.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Забыть</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Забыть все</translation>
    </message>
    <message>
        <source>Letters that you corrected</source>
        <translation>Письма, которые вы исправили</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Пока нет.</translation>
    </message>
</context>
<context>
    <name>Letter</name>
    <message>
        <source>It is named like a .{inner} file, but it is a .{ending} file. Save it only if you know what it is.</source>
        <translation>По имени похоже на файл «.{inner}», а на деле это файл «.{ending}». Сохраняйте его, только если знаете, что это такое.</translation>
    </message>
    <message>
        <source>Files of this kind are not opened from here. Save it, and open it with a program that you trust.</source>
        <translation>Такие файлы отсюда не открываются. Сохраните файл и откройте его программой, которой доверяете.</translation>
    </message>
    <message>
        <source>Its name says that it is a .{ending} file, its content says something else. Save it only if you know what it is.</source>
        <translation>По имени это файл «.{ending}», а по содержимому — нет. Сохраняйте его, только если знаете, что это такое.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be saved in {folder}: {error}. Choose another folder.</source>
        <translation>Не удалось сохранить {name} в папке {folder}: {error}. Выберите другую папку.</translation>
    </message>
    <message>
        <source>{folder} has too many files named {name}. Choose another folder.</source>
        <translation>В папке {folder} слишком много файлов с именем {name}. Выберите другую папку.</translation>
    </message>
    <message>
        <source>It is a program or a shortcut to one (.{ending}). Never start it unasked.</source>
        <translation>Это программа или ярлык программы (.{ending}). Не запускайте её, если не просили прислать.</translation>
    </message>
    <message>
        <source>It is a page that can run scripts (.{ending}), so it is not opened from here.</source>
        <translation>Это страница, в которой могут быть скрипты (.{ending}), поэтому отсюда она не открывается.</translation>
    </message>
    <message>
        <source>It can carry macros or formulas (.{ending}), so it is not opened from here.</source>
        <translation>В таком файле могут быть макросы или формулы (.{ending}), поэтому отсюда он не открывается.</translation>
    </message>
    <message>
        <source>It is an archive (.{ending}): what is in it can&apos;t be seen, and it is not unpacked.</source>
        <translation>Это архив (.{ending}): что внутри, не видно, и распаковывать его программа не станет.</translation>
    </message>
    <message>
        <source>It is a letter, an invitation or a card (.{ending}); it is not opened from here.</source>
        <translation>Это письмо, приглашение или визитка (.{ending}); отсюда оно не открывается.</translation>
    </message>
    <message>
        <source>It leads to no page and to no address, so it is not opened.</source>
        <translation>Ссылка не ведёт ни на страницу, ни на адрес, поэтому она не открывается.</translation>
    </message>
    <message>
        <source>Its address is too long to be looked at, so it is not opened.</source>
        <translation>Адрес слишком длинный, его не проверить, поэтому ссылка не открывается.</translation>
    </message>
    <message>
        <source>Its address can&apos;t be read, so it is not opened.</source>
        <translation>Адрес не удаётся прочитать, поэтому ссылка не открывается.</translation>
    </message>
    <message>
        <source>What stands before the @ only looks like a server; it leads to {host}.</source>
        <translation>То, что стоит перед @, лишь похоже на сервер; ссылка ведёт на {host}.</translation>
    </message>
    <message>
        <source>Its server is written with letters that can look like others: {seen} is {host}.</source>
        <translation>Имя сервера написано буквами, похожими на другие: {seen} — это {host}.</translation>
    </message>
    <message>
        <source>Its server has only a number, {host}, and no name.</source>
        <translation>У сервера есть только номер {host}, имени нет.</translation>
    </message>
    <message>
        <source>It says {named}, but leads to {host}.</source>
        <translation>Написано {named}, а ведёт на {host}.</translation>
    </message>
    <message>
        <source>It names no mail address, so it is not opened.</source>
        <translation>Почтовый адрес в ней не указан, поэтому ссылка не открывается.</translation>
    </message>
    <message>
        <source>It wants to set more than the text of a letter; that is left out.</source>
        <translation>Ссылка хочет задать не только текст письма; лишнее отброшено.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be found in the letter. Look at its source instead.</source>
        <translation>Файла {name} в письме не нашлось. Посмотрите исходный текст письма.</translation>
    </message>
</context>
<context>
    <name>LetterHead</name>
    <message>
        <source>case {number}</source>
        <translation>обращение {number}</translation>
    </message>
    <message>
        <source>promised, no day named</source>
        <translation>обещано, без даты</translation>
    </message>
    <message>
        <source>promised for {day}, past</source>
        <translation>обещано к {day}, срок прошёл</translation>
    </message>
    <message>
        <source>promised for {day}</source>
        <translation>обещано к {day}</translation>
    </message>
    <message>
        <source>{marketplace} relay</source>
        <translation>через {marketplace}</translation>
    </message>
    <message>
        <source>direct mail</source>
        <translation>напрямую</translation>
    </message>
</context>
<context>
    <name>LetterPage</name>
    <message>
        <source>The text of this letter is on its way.</source>
        <translation>Текст этого письма ещё в пути.</translation>
    </message>
    <message>
        <source>The letter is very long; its end is not shown here.</source>
        <translation>Письмо очень длинное, конец здесь не показан.</translation>
    </message>
    <message>
        <source>Quoted text</source>
        <translation>Цитата</translation>
    </message>
    <message>
        <source>Small print</source>
        <translation>Мелкий шрифт</translation>
    </message>
    <message>
        <source>Text of the letter</source>
        <translation>Текст письма</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
</context>
<context>
    <name>LetterPicker</name>
    <message>
        <source>Put a template into the reply</source>
        <translation>Вставить шаблон в ответ</translation>
    </message>
    <message>
        <source>Which letter?</source>
        <translation>Какое письмо?</translation>
    </message>
    <message>
        <source>Find a letter</source>
        <translation>Найти письмо</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Письма</translation>
    </message>
    <message>
        <source>No letter has these words.</source>
        <translation>Письма с такими словами нет.</translation>
    </message>
</context>
<context>
    <name>LetterView</name>
    <message>
        <source>Letter</source>
        <translation>Письмо</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>This link may not be what it seems. Open it anyway?</source>
        <translation>Эта ссылка может быть не тем, чем кажется. Всё равно открыть?</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>This link stays closed.</source>
        <translation>Эта ссылка не открывается.</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Look</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Replies keep the language of the letter they answer, whatever you set here. Another language of the window counts from the next start.</source>
        <translation>Ответы остаются на языке письма, на которое вы отвечаете, что бы здесь ни стояло. Другой язык окна вступает в силу со следующего запуска.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Высокий контраст, светлые</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Высокий контраст, тёмные</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Язык окна</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Просторно</translation>
    </message>
    <message>
        <source>Compact: more rows at once</source>
        <translation>Плотно: видно больше строк</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Плотность</translation>
    </message>
    <message>
        <source>{percent}%, as the system</source>
        <translation>{percent} %, как в системе</translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Only when I ask for them, letter by letter</source>
        <translation>Каждый раз по моей просьбе</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>Pictures in letters from the internet</source>
        <translation>Картинки из интернета в письмах</translation>
    </message>
    <message>
        <source>When I want them, in letters above {size} MB</source>
        <translation>По просьбе, в письмах больше {size} МБ</translation>
    </message>
    <message>
        <source>At once, with every letter</source>
        <translation>Сразу, вместе с письмом</translation>
    </message>
    <message>
        <source>Large attachments are fetched</source>
        <translation>Большие вложения загружаются</translation>
    </message>
    <message>
        <source>Of complaints</source>
        <translation>О жалобах</translation>
    </message>
    <message>
        <source>Of all that need an answer</source>
        <translation>Обо всех, что ждут ответа</translation>
    </message>
    <message>
        <source>Of none</source>
        <translation>Ни о каких</translation>
    </message>
    <message>
        <source>A notice tells of new letters while you are elsewhere</source>
        <translation>О каких новых письмах сообщать, пока вы заняты другим</translation>
    </message>
</context>
<context>
    <name>Mail</name>
    <message>
        <source>The server&apos;s name is empty or has a blank in it.</source>
        <translation>Имя сервера пустое или содержит пробел.</translation>
    </message>
    <message>
        <source>{port} is no port: give a number from 1 to 65535.</source>
        <translation>{port} — не номер порта: укажите число от 1 до 65535.</translation>
    </message>
    <message>
        <source>An unprotected connection is allowed only to this computer, not to {host}: choose tls or starttls.</source>
        <translation>Незащищённое соединение разрешено только с этим компьютером, но не с {host}: выберите tls или starttls.</translation>
    </message>
    <message>
        <source>{address} is given twice: each address counts once.</source>
        <translation>Адрес {address} указан дважды: каждый нужен только один раз.</translation>
    </message>
    <message>
        <source>Start or install one (GNOME Keyring, KWallet, or KeePassXC with its Secret Service), or type the password at each start.</source>
        <translation>Запустите или установите такое хранилище (GNOME Keyring, KWallet или KeePassXC со службой Secret Service) либо вводите пароль при каждом запуске.</translation>
    </message>
    <message>
        <source>The keyring has no password for {address}. Type it in the account&apos;s settings, or run &apos;softanswer account add&apos; again.</source>
        <translation>В хранилище паролей нет пароля для {address}. Введите его в настройках ящика или снова запустите «softanswer account add».</translation>
    </message>
    <message>
        <source>The only keyring of this computer keeps passwords in a file of its own ({keyring}), which may be plain text. {mend} To use that file all the same, set {choice}={keyring}.</source>
        <translation>Единственное хранилище паролей этого компьютера держит их в собственном файле ({keyring}), возможно, открытым текстом. {mend} Если этот файл вас всё же устраивает, задайте {choice}={keyring}.</translation>
    </message>
    <message>
        <source>This computer has no keyring to keep passwords in. {mend}</source>
        <translation>На этом компьютере нет хранилища паролей. {mend}</translation>
    </message>
    <message>
        <source>The keyring cannot be used ({kind}: {error}). It may be locked: unlock it, then try again; or type the password at each start.</source>
        <translation>Хранилище паролей недоступно ({kind}: {error}). Возможно, оно закрыто: откройте его и попробуйте снова либо вводите пароль при каждом запуске.</translation>
    </message>
    <message>
        <source>{host} did not accept the user name and password ({error}). Check both in the account; some providers want an app password.</source>
        <translation>Сервер {host} не принял логин и пароль ({error}). Проверьте их в настройках ящика; некоторым почтовым службам нужен пароль приложения.</translation>
    </message>
    <message>
        <source>it offers no log-in by password; no password was sent</source>
        <translation>он не предлагает входа по паролю; пароль не отправлялся</translation>
    </message>
    <message>
        <source>{host} sent more than any mail needs.</source>
        <translation>Сервер {host} прислал больше данных, чем нужно для любого письма.</translation>
    </message>
    <message>
        <source>{host} ended the connection: {words}. It is tried again by itself.</source>
        <translation>Сервер {host} закрыл соединение: {words}. Попытка повторится сама.</translation>
    </message>
    <message>
        <source>{host} asks to try again later: {words}. That happens by itself.</source>
        <translation>Сервер {host} просит повторить позже: {words}. Это произойдёт само.</translation>
    </message>
    <message>
        <source>{host} refused: {words}.</source>
        <translation>Сервер {host} отказал: {words}.</translation>
    </message>
    <message>
        <source>{host} answered in a way that IMAP does not allow ({error}). It is tried again by itself; if it stays so, tell the provider.</source>
        <translation>Сервер {host} ответил не по правилам IMAP ({error}). Попытка повторится сама; если это не пройдёт, сообщите почтовой службе.</translation>
    </message>
    <message>
        <source>The mailbox could not be looked at in time, so the letter waits. Check the internet connection; it is tried again by itself.</source>
        <translation>Не удалось вовремя проверить почтовый ящик, поэтому письмо ждёт. Проверьте подключение к интернету; попытка повторится сама.</translation>
    </message>
    <message>
        <source>{address} is no mail address: there is nothing behind an @.</source>
        <translation>{address} — не почтовый адрес: после знака @ ничего нет.</translation>
    </message>
    <message>
        <source>A program wrote this message ({why}): nobody would read an answer.</source>
        <translation>Это сообщение написала программа ({why}): ответа никто не прочтёт.</translation>
    </message>
    <message>
        <source>You wrote this letter yourself: choose a letter of the customer.</source>
        <translation>Это письмо написали вы сами: выберите письмо покупателя.</translation>
    </message>
    <message>
        <source>{address} takes no answers: answer on the site that sent the message.</source>
        <translation>{address} не принимает ответов: ответьте на сайте, который прислал сообщение.</translation>
    </message>
    <message>
        <source>The letter names no address that an answer could go to: look for the customer&apos;s address in the order.</source>
        <translation>В письме нет адреса, на который можно ответить: посмотрите адрес покупателя в заказе.</translation>
    </message>
    <message>
        <source>{address} takes no letters: only a program writes from it.</source>
        <translation>{address} не принимает писем: с этого адреса пишет только программа.</translation>
    </message>
    <message>
        <source>The {field} field has a line end or a control character in it: write it anew.</source>
        <translation>В поле «{field}» есть перевод строки или управляющий символ: заполните его заново.</translation>
    </message>
    <message>
        <source>The {field} field holds no single mail address: &quot;{spec}&quot;.</source>
        <translation>В поле «{field}» нет единственного почтового адреса: «{spec}».</translation>
    </message>
    <message>
        <source>{address} has letters before the @ that most servers refuse: use another address.</source>
        <translation>В {address} перед знаком @ есть буквы, которых большинство серверов не принимает: возьмите другой адрес.</translation>
    </message>
    <message>
        <source>A mark that was set here is not on the server yet.</source>
        <translation>Поставленная здесь пометка ещё не попала на сервер.</translation>
    </message>
    <message>
        <source>A mark that was cleared here is still on the server.</source>
        <translation>Снятая здесь пометка ещё стоит на сервере.</translation>
    </message>
    <message>
        <source>A letter was delivered, but no copy of it is in Sent yet.</source>
        <translation>Письмо доставлено, но его копии ещё нет в «Отправленных».</translation>
    </message>
    <message>
        <source>The server has no folder for sent letters, so no copy was filed. Make a folder named Sent in your provider&apos;s webmail.</source>
        <translation>На сервере нет папки для отправленных писем, поэтому копия не сохранена. Создайте папку Sent на сайте вашей почтовой службы.</translation>
    </message>
    <message>
        <source>{owed} {error} It is tried again by itself.</source>
        <translation>{owed} {error} Попытка повторится сама.</translation>
    </message>
    <message>
        <source>the letter</source>
        <translation>письмо</translation>
    </message>
    <message>
        <source>Sending was broken off before the letter was handed over. It stays in the outbox.</source>
        <translation>Отправка прервалась до того, как письмо было передано. Оно остаётся в исходящих.</translation>
    </message>
    <message>
        <source>no answer came</source>
        <translation>ответ не пришёл</translation>
    </message>
    <message>
        <source>it answered {text}</source>
        <translation>он ответил: {text}</translation>
    </message>
    <message>
        <source>the greeting</source>
        <translation>соединение</translation>
    </message>
    <message>
        <source>{host} offers no log-in by password that this program knows. No password was sent. Ask the provider for its submission server and port.</source>
        <translation>Сервер {host} не предлагает известного программе входа по паролю. Пароль не отправлялся. Узнайте у почтовой службы сервер и порт для отправки.</translation>
    </message>
    <message>
        <source>the sender {path}</source>
        <translation>отправителя {path}</translation>
    </message>
    <message>
        <source>the recipient {path}</source>
        <translation>получателя {path}</translation>
    </message>
    <message>
        <source>this program&apos;s EHLO</source>
        <translation>команду EHLO этой программы</translation>
    </message>
    <message>
        <source>the request to protect the connection</source>
        <translation>запрос защитить соединение</translation>
    </message>
    <message>
        <source>the log-in</source>
        <translation>запрос на вход</translation>
    </message>
    <message>
        <source>It is too large. Take the letter back, shorten it, and hold it again.</source>
        <translation>Письмо слишком велико. Сократите его и снова поставьте остывать.</translation>
    </message>
    <message>
        <source>The server takes no mail from {sender}. Write from an address that belongs to this account, or have the provider add {sender} to it; then hold the letter again.</source>
        <translation>Сервер не принимает почту от {sender}. Пишите с адреса, который есть у этого ящика, или попросите почтовую службу добавить к нему {sender}; потом снова поставьте письмо остывать.</translation>
    </message>
    <message>
        <source>Amazon takes mail to a buyer only from your registered address or from an approved sender. Approve {sender} in Seller Central under Messaging Permissions, then hold the letter again.</source>
        <translation>Amazon принимает письма покупателю только с адреса, на который вы зарегистрированы, или от одобренного отправителя. Одобрите {sender} в Seller Central, раздел Messaging Permissions, потом снова поставьте письмо остывать.</translation>
    </message>
    <message>
        <source>This address is an eBay alias. Look whether {sender} is the address that your eBay account is registered with, then hold the letter again; or answer in eBay&apos;s messages.</source>
        <translation>Этот адрес покупателю выдал eBay. Проверьте, совпадает ли {sender} с адресом вашей учётной записи eBay, потом снова поставьте письмо остывать; или ответьте в сообщениях eBay.</translation>
    </message>
    <message>
        <source>There is no such mailbox, or it takes no mail any more. Compare the address with the order, correct it, and hold the letter again.</source>
        <translation>Такого почтового ящика нет, или он больше не принимает почту. Сверьте адрес с заказом, исправьте его и снова поставьте письмо остывать.</translation>
    </message>
    <message>
        <source>The customer&apos;s mailbox is full. Hold the letter again tomorrow, or reach the customer in another way.</source>
        <translation>Почтовый ящик покупателя переполнен. Снова поставьте письмо остывать завтра или свяжитесь с покупателем другим способом.</translation>
    </message>
    <message>
        <source>The server cannot read this address. Look for a typing mistake, correct it, and hold the letter again.</source>
        <translation>Сервер не понимает этот адрес. Поищите в нём опечатку, исправьте её и снова поставьте письмо остывать.</translation>
    </message>
    <message>
        <source>The server cannot send to addresses with letters beyond ASCII. Use another address of the customer, then hold the letter again.</source>
        <translation>Сервер не отправляет на адреса с нелатинскими буквами. Возьмите другой адрес покупателя и снова поставьте письмо остывать.</translation>
    </message>
    <message>
        <source>The server passes mail on only for those who have logged in to it. Check the outgoing server, its port and the user name in the account, then hold the letter again.</source>
        <translation>Сервер пересылает почту только тех, кто на него вошёл. Проверьте в настройках ящика сервер исходящей почты, порт и логин, потом снова поставьте письмо остывать.</translation>
    </message>
    <message>
        <source>The provider lets this account send no more for now. Wait until its limit is over, often a day, then hold the letter again.</source>
        <translation>Почтовая служба пока не даёт этому ящику отправлять больше. Подождите, пока ограничение снимут, часто это сутки, потом снова поставьте письмо остывать.</translation>
    </message>
    <message>
        <source>A spam filter or a rule of the server stopped it. Take links out of the letter and hold it again; if it stays so, show the server&apos;s words to your mail provider.</source>
        <translation>Письмо остановил фильтр спама или правило сервера. Уберите из него ссылки и снова поставьте остывать; если не поможет, покажите ответ сервера своей почтовой службе.</translation>
    </message>
    <message>
        <source>It takes no mail from this program at this port. Ask the provider for its submission server and port, correct them in the account, then hold the letter again.</source>
        <translation>На этом порту он не принимает почту от почтовых программ. Узнайте у почтовой службы сервер и порт для отправки, исправьте их в настройках ящика, потом снова поставьте письмо остывать.</translation>
    </message>
    <message>
        <source>Read the server&apos;s reason, change the letter or its recipient, and hold it again.</source>
        <translation>Прочтите причину, измените письмо или получателя и снова поставьте остывать.</translation>
    </message>
    <message>
        <source>Servers ask senders whom they do not know yet to wait a little. It is tried again by itself, for up to a day.</source>
        <translation>Незнакомых отправителей серверы просят немного подождать. Попытки будут повторяться сами, не дольше суток.</translation>
    </message>
    <message>
        <source>The customer&apos;s mailbox is full. It is tried again by itself, for up to a day.</source>
        <translation>Почтовый ящик покупателя переполнен. Попытки будут повторяться сами, не дольше суток.</translation>
    </message>
    <message>
        <source>It is busy or about to restart. It is tried again by itself, for up to a day.</source>
        <translation>Он перегружен или вот-вот перезапустится. Попытки будут повторяться сами, не дольше суток.</translation>
    </message>
    <message>
        <source>It is tried again by itself, for up to a day.</source>
        <translation>Попытки будут повторяться сами, не дольше суток.</translation>
    </message>
    <message>
        <source>{host} did not accept the user name and password ({code} {said}). Check both in the account; some providers want an app password.</source>
        <translation>Сервер {host} не принял логин и пароль ({code} {said}). Проверьте их в настройках ящика; некоторым почтовым службам нужен пароль приложения.</translation>
    </message>
    <message>
        <source>{host} does not take {what} now ({code} {text}). {advice}</source>
        <translation>Сервер {host} сейчас не принимает {what} ({code} {text}). {advice}</translation>
    </message>
    <message>
        <source>{host} refused {what} ({code} {text}). Nobody got the letter. {advice}</source>
        <translation>Сервер {host} отклонил {what} ({code} {text}). Письма никто не получил. {advice}</translation>
    </message>
    <message>
        <source>The letter is too large for {host}: {size:.1f} MB, and the server takes {limit:.1f} MB. Make it smaller.</source>
        <translation>Письмо слишком велико для {host}: {size:.1f} МБ, а сервер принимает до {limit:.1f} МБ. Сократите его.</translation>
    </message>
    <message>
        <source>{host} cannot send to addresses with letters beyond ASCII: {path}. Use another address.</source>
        <translation>Сервер {host} не отправляет на адреса с нелатинскими буквами: {path}. Возьмите другой адрес.</translation>
    </message>
    <message>
        <source>{host} answered in a way that SMTP does not know ({said}). It is tried again by itself, for up to a day.</source>
        <translation>Сервер {host} ответил не по правилам SMTP ({said}). Попытки будут повторяться сами, не дольше суток.</translation>
    </message>
    <message>
        <source>{host} wants a log-in before it takes {what} ({code} {text}). Check the user name, the password and the port in the account.</source>
        <translation>Сервер {host} требует войти, прежде чем примет {what} ({code} {text}). Проверьте логин, пароль и порт в настройках ящика.</translation>
    </message>
    <message>
        <source>{host} did not confirm the letter after all of it was sent ({why}). It may have been delivered. Look into the Sent folder before you send it again.</source>
        <translation>Сервер {host} не подтвердил письмо, хотя оно передано целиком ({why}). Возможно, оно доставлено. Загляните в «Отправленные», прежде чем отправлять снова.</translation>
    </message>
    <message>
        <source>&apos;{path}&apos; is no mail address. Nobody got the letter. Correct the address and hold the letter again.</source>
        <translation>«{path}» — не почтовый адрес. Письма никто не получил. Исправьте адрес и снова поставьте письмо остывать.</translation>
    </message>
    <message>
        <source>{address} is not followed any more.</source>
        <translation>Почта {address} больше не проверяется.</translation>
    </message>
    <message>
        <source>The chosen folder {folder} could not be opened. {error}</source>
        <translation>Не удалось открыть выбранную папку {folder}. {error}</translation>
    </message>
    <message>
        <source>The folder {folder} on the server is suddenly empty. The {count} letters stored here were kept. Look into your provider&apos;s webmail.</source>
        <translation>Папка {folder} на сервере внезапно опустела. Письма, сохранённые здесь ({count}), остались. Загляните на сайт вашей почтовой службы.</translation>
    </message>
    <message>
        <source>The mail server says: {alert}</source>
        <translation>Почтовый сервер сообщает: {alert}</translation>
    </message>
    <message>
        <source>The chosen folder {folder} is not on the server any more. Its letters here were kept; choose your folders anew in Preferences, Accounts.</source>
        <translation>Выбранной папки {folder} на сервере больше нет. Её письма здесь сохранены; выберите папки заново: «Настройки», «Ящики».</translation>
    </message>
    <message>
        <source>{host} does not offer to protect the connection (STARTTLS) on port {port}, or somebody in between hides the offer. No password was sent. Ask the provider for its TLS port and choose tls for this account.</source>
        <translation>Сервер {host} не предлагает защитить соединение (STARTTLS) на порту {port}, или кто-то посередине скрывает это предложение. Пароль не отправлялся. Узнайте у почтовой службы порт TLS и выберите tls для этого ящика.</translation>
    </message>
    <message>
        <source>its certificate has expired. If today is not {today}, set this computer&apos;s clock; else ask the provider to renew the certificate.</source>
        <translation>срок его сертификата истёк. Если сегодня не {today}, поправьте часы компьютера; иначе попросите почтовую службу обновить сертификат.</translation>
    </message>
    <message>
        <source>its certificate is not valid yet. If today is not {today}, set this computer&apos;s clock; else ask the provider.</source>
        <translation>срок его сертификата ещё не начался. Если сегодня не {today}, поправьте часы компьютера; иначе обратитесь в почтовую службу.</translation>
    </message>
    <message>
        <source>its certificate was made out for another name than {host}. Check the server&apos;s name in the account; the provider&apos;s help page gives the right one.</source>
        <translation>его сертификат выдан не на имя {host}. Проверьте имя сервера в настройках ящика; верное указано в справке почтовой службы.</translation>
    </message>
    <message>
        <source>its certificate is self-signed, so anybody could have made it. Ask the provider for the right server name, or for a certificate of a known authority.</source>
        <translation>его сертификат самоподписанный, такой мог сделать кто угодно. Узнайте у почтовой службы верное имя сервера или попросите сертификат известного центра.</translation>
    </message>
    <message>
        <source>its certificate comes from an authority that this computer does not know. Check the server&apos;s name in the account, or ask the provider.</source>
        <translation>его сертификат выдан центром, которого этот компьютер не знает. Проверьте имя сервера в настройках ящика или обратитесь в почтовую службу.</translation>
    </message>
    <message>
        <source>{said}. Check the server&apos;s name in the account, or ask the provider.</source>
        <translation>{said}. Проверьте имя сервера в настройках ящика или обратитесь в почтовую службу.</translation>
    </message>
    <message>
        <source>{host} sent text before the protected connection began, as somebody in between would. No password was sent. Try from another network.</source>
        <translation>Сервер {host} прислал текст до начала защищённого соединения, как сделал бы посторонний посередине. Пароль не отправлялся. Попробуйте из другой сети.</translation>
    </message>
    <message>
        <source>No protected connection to {host} on port {port} came about: {why}. Check the port and the kind of protection (tls or starttls) in the account.</source>
        <translation>Защищённое соединение с {host} на порту {port} не установилось: {why}. Проверьте порт и вид защиты (tls или starttls) в настройках ящика.</translation>
    </message>
    <message>
        <source>{host} sent an endless line.</source>
        <translation>Сервер {host} прислал бесконечную строку.</translation>
    </message>
    <message>
        <source>it closed the connection</source>
        <translation>он закрыл соединение</translation>
    </message>
    <message>
        <source>What {host} sent compressed cannot be read. It is tried again by itself, without compression.</source>
        <translation>То, что сервер {host} прислал в сжатом виде, прочитать нельзя. Попытка повторится сама, без сжатия.</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>он не ответил вовремя</translation>
    </message>
    <message>
        <source>The connection to {host} was lost: {why}. Check the internet connection.</source>
        <translation>Соединение с {host} потеряно: {why}. Проверьте подключение к интернету.</translation>
    </message>
    <message>
        <source>The server name {host} was not found. Check its spelling in the account, and the internet connection.</source>
        <translation>Сервер {host} не найден. Проверьте, верно ли написано имя в настройках ящика, и подключение к интернету.</translation>
    </message>
    <message>
        <source>{host} could not be reached on port {port}: {why}. Check the internet connection, and the server&apos;s name and port in the account.</source>
        <translation>Не удалось связаться с {host} на порту {port}: {why}. Проверьте подключение к интернету, имя сервера и порт в настройках ящика.</translation>
    </message>
    <message>
        <source>nobody answers there (connection refused)</source>
        <translation>там никто не отвечает (соединение отклонено)</translation>
    </message>
    <message>
        <source>it broke the connection off</source>
        <translation>он оборвал соединение</translation>
    </message>
    <message>
        <source>the handshake failed ({why})</source>
        <translation>не удалось договориться о защите ({why})</translation>
    </message>
    <message>
        <source>The account of this reply is not connected.</source>
        <translation>Ящик этого ответа не подключён.</translation>
    </message>
    <message>
        <source>A letter that was moved here is not moved on the server yet.</source>
        <translation>Письмо, перемещённое здесь, на сервере ещё не перемещено.</translation>
    </message>
    <message>
        <source>“{subject}” could not be moved on the server, so it is back in your list. {error}</source>
        <translation>Письмо «{subject}» не удалось переместить на сервере, поэтому оно снова в вашем списке. {error}</translation>
    </message>
    <message>
        <source>A mark of “{subject}” could not be changed on the server, so it is here again as it is there. {error}</source>
        <translation>Отметку письма «{subject}» не удалось изменить на сервере, поэтому здесь она снова такая же, как там. {error}</translation>
    </message>
    <message>
        <source>“{subject}” was copied to {folder}. The server cannot remove a single letter, so the original is only marked as deleted there; your provider&apos;s webmail can clear it away.</source>
        <translation>Письмо «{subject}» скопировано в папку «{folder}». Сервер не умеет удалять письма по одному, поэтому исходное там только помечено как удалённое; убрать его можно на сайте вашей почтовой службы.</translation>
    </message>
    <message>
        <source>“{subject}” was not found in {folder} any more, so it could not be moved from there. Another program may have moved or deleted it.</source>
        <translation>Письма «{subject}» больше нет в папке «{folder}», поэтому переместить его оттуда не удалось. Возможно, его переместила или удалила другая программа.</translation>
    </message>
    <message>
        <source>{error} It says: {said}.</source>
        <translation>{error} Он сообщает: {said}.</translation>
    </message>
    <message>
        <source>{host} could not prove who it is: {why}</source>
        <translation>Сервер {host} не смог подтвердить, что это он: {why}</translation>
    </message>
    <message>
        <source>No password was sent.</source>
        <translation>Пароль не отправлялся.</translation>
    </message>
    <message>
        <source>The certificate says that it was issued by “{issuer}”.</source>
        <translation>В сертификате сказано, что его выдал «{issuer}».</translation>
    </message>
    <message>
        <source>{host} answered in a way that the web does not know.</source>
        <translation>Сервер {host} ответил не по правилам HTTP.</translation>
    </message>
    <message>
        <source>{host} sent more than was asked for.</source>
        <translation>Сервер {host} прислал больше, чем просили.</translation>
    </message>
    <message>
        <source>{host} could not be reached: {why}. Check the internet connection.</source>
        <translation>Не удалось связаться с {host}: {why}. Проверьте подключение к интернету.</translation>
    </message>
    <message>
        <source>{url} is not asked: the address is not protected (https://).</source>
        <translation>К {url} программа не обращается: адрес не защищён (нужен https://).</translation>
    </message>
    <message>
        <source>It names no protected server for both incoming and outgoing mail.</source>
        <translation>Там нет защищённых серверов и для входящей, и для исходящей почты.</translation>
    </message>
    <message>
        <source>It is no list of mail servers.</source>
        <translation>Это не список почтовых серверов.</translation>
    </message>
    <message>
        <source>The DNS did not say where the mail of {name} is ({error}). Check the internet connection.</source>
        <translation>DNS не сообщает, где почта {name} ({error}). Проверьте подключение к интернету.</translation>
    </message>
    <message>
        <source>known to this program as a server of {place}</source>
        <translation>программа знает его как сервер {place}</translation>
    </message>
    <message>
        <source>a server of {place}, which takes the mail of this domain</source>
        <translation>сервер {place}, куда приходит почта этого домена</translation>
    </message>
    <message>
        <source>named by your provider at {place}</source>
        <translation>назван вашей почтовой службой на {place}</translation>
    </message>
    <message>
        <source>named in the DNS at {place}, which is not protected</source>
        <translation>назван в DNS под именем {place}; DNS не защищён</translation>
    </message>
    <message>
        <source>guessed: {place} answers and can prove its name</source>
        <translation>догадка: {place} отвечает и подтверждает своё имя</translation>
    </message>
    <message>
        <source>Asking the DNS who takes the mail of {domain}…</source>
        <translation>Спрашиваем DNS, кто принимает почту {domain}…</translation>
    </message>
    <message>
        <source>Asking {place}…</source>
        <translation>Спрашиваем {place}…</translation>
    </message>
    <message>
        <source>Asking the DNS for the servers of {domain}…</source>
        <translation>Спрашиваем DNS о серверах {domain}…</translation>
    </message>
    <message>
        <source>Trying {host}…</source>
        <translation>Пробуем {host}…</translation>
    </message>
    <message>
        <source>The mail servers of {domain} were not found. Type them as your provider&apos;s help page gives them.</source>
        <translation>Почтовые серверы {domain} не найдены. Впишите их так, как они даны в справке вашей почтовой службы.</translation>
    </message>
    <message>
        <source>The user name has a character that no name has. Type it anew.</source>
        <translation>В логине есть недопустимый знак. Введите его заново.</translation>
    </message>
    <message>
        <source>The keyring has no password for {address}, only an earlier sign-in. Type the password in the account&apos;s settings.</source>
        <translation>В хранилище паролей нет пароля для {address}, только прежний вход через браузер. Введите пароль в настройках ящика.</translation>
    </message>
    <message>
        <source>No answer came from the browser in {minutes} minutes. Nothing was changed; sign in again when you have the time.</source>
        <translation>За {minutes} мин ответ из браузера не пришёл. Ничего не изменилось; войдите снова, когда будет время.</translation>
    </message>
    <message>
        <source>{provider} let you in for an hour only, without a refresh token. Ask for offline access in the scopes of the account, then sign in again.</source>
        <translation>Служба {provider} пустила вас только на час, без токена обновления. Добавьте в запрос доступ без участия пользователя (offline), потом войдите снова.</translation>
    </message>
    <message>
        <source>{provider} can&apos;t renew the sign-in now ({said}). That is tried again.</source>
        <translation>Служба {provider} сейчас не может продлить вход ({said}). Попытка повторится.</translation>
    </message>
    <message>
        <source>{provider} refused the sign-in ({said}). Compare the client ID and the client secret with the provider&apos;s page, then sign in again.</source>
        <translation>Служба {provider} отказала во входе ({said}). Сверьте ID и секрет клиента с её страницей, потом войдите снова.</translation>
    </message>
    <message>
        <source>The client ID is empty or has a blank in it. Copy it from the provider&apos;s page as it stands there.</source>
        <translation>ID клиента пуст или содержит пробел. Скопируйте его со страницы почтовой службы как есть.</translation>
    </message>
    <message>
        <source>{url} is no address for signing in: only https:// is allowed.</source>
        <translation>{url} не годится для входа: нужен адрес с https://.</translation>
    </message>
    <message>
        <source>Signing in needs the provider&apos;s sign-in page, its token address and a scope.</source>
        <translation>Для входа нужны страница входа почтовой службы, её адрес для токенов и права доступа.</translation>
    </message>
    <message>
        <source>{host} is not this computer.</source>
        <translation>{host} — не этот компьютер.</translation>
    </message>
    <message>
        <source>Nobody is signed in with {provider} yet. Please sign in again, in the account&apos;s settings, or with &apos;softanswer account sign-in&apos;.</source>
        <translation>Вход через {provider} ещё не выполнен. Войдите заново в настройках ящика или командой «softanswer account sign-in».</translation>
    </message>
    <message>
        <source>The sign-in with {provider} no longer holds ({said}). Please sign in again, in the account&apos;s settings, or with &apos;softanswer account sign-in&apos;.</source>
        <translation>Вход через {provider} больше не действует ({said}). Войдите заново в настройках ящика или командой «softanswer account sign-in».</translation>
    </message>
    <message>
        <source>{provider} did not let this program in ({said}). Nothing was changed. Sign in again, and allow the access on the provider&apos;s page.</source>
        <translation>Служба {provider} не впустила программу ({said}). Ничего не изменилось. Войдите снова и разрешите доступ на её странице.</translation>
    </message>
    <message>
        <source>{provider} answered in a way that signing in does not know. Check the provider&apos;s addresses in the account.</source>
        <translation>Служба {provider} ответила не так, как принято при входе. Проверьте её адреса в настройках ящика.</translation>
    </message>
    <message>
        <source>{host} offers no sign-in through the provider (OAUTHBEARER or XOAUTH2). Nothing secret was sent. Check the server&apos;s name in the account, or sign in with an app password.</source>
        <translation>Сервер {host} не предлагает входа через почтовую службу (OAUTHBEARER или XOAUTH2). Ничего секретного не отправлено. Проверьте имя сервера в настройках ящика или войдите с паролем приложения.</translation>
    </message>
    <message>
        <source>{host} did not accept the sign-in for {username} ({error}). Look whether the provider allows IMAP and SMTP for this mailbox, then sign in again, with this very mailbox.</source>
        <translation>Сервер {host} не принял вход для {username} ({error}). Посмотрите, разрешены ли в почтовой службе IMAP и SMTP для этого ящика, потом войдите снова, именно с этим ящиком.</translation>
    </message>
    <message>
        <source>The mail server now has this letter in another form, so its attachments were not taken over. Look at it with your provider&apos;s webmail.</source>
        <translation>На почтовом сервере это письмо теперь в другом виде, поэтому вложения не взяты. Посмотрите его на сайте почтовой службы.</translation>
    </message>
    <message>
        <source>This letter is not on the mail server any more, so what was left there can&apos;t be fetched. Ask the sender to send it again.</source>
        <translation>Этого письма больше нет на почтовом сервере, и загрузить то, что там оставалось, нельзя. Попросите отправителя прислать его ещё раз.</translation>
    </message>
    <message>
        <source>The account of this letter is not connected. Wait a moment, or look into Preferences, Accounts.</source>
        <translation>Ящик этого письма не подключён. Подождите немного или загляните в «Настройки», «Ящики».</translation>
    </message>
    <message>
        <source>No keyring of this computer keeps the password of {address}: it is in memory only, and each start asks for it.</source>
        <translation>Ни одно хранилище паролей на этом компьютере не хранит пароль для {address}: он только в памяти, и при каждом запуске его придётся вводить.</translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>What are these columns?</source>
        <translation>Что в этих столбцах?</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Leave this file out</source>
        <translation>Пропустить этот файл</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Name of this kind of file</source>
        <translation>Название этого вида файлов</translation>
    </message>
    <message>
        <source>Where the orders were placed</source>
        <translation>Где сделаны заказы</translation>
    </message>
    <message>
        <source>How days are written</source>
        <translation>Как записаны даты</translation>
    </message>
    <message>
        <source>Your own shop</source>
        <translation>Собственный магазин</translation>
    </message>
    <message>
        <source>Month first: 11/3/2026</source>
        <translation>Сначала месяц: 11/3/2026</translation>
    </message>
    <message>
        <source>Day first: 3/11/2026</source>
        <translation>Сначала день: 3/11/2026</translation>
    </message>
    <message>
        <source>{file} is of a kind that is not known yet. Say what its columns are; files with the same columns are then read by themselves.</source>
        <translation>Файл {file} незнакомого вида. Укажите, что в его столбцах; файлы с такими же столбцами дальше читаются сами.</translation>
    </message>
    <message>
        <source>What the columns of {file} are. Files that are imported from now on are read so; import one again to mend its orders.</source>
        <translation>Что стоит в столбцах «{file}». Так читаются файлы, загруженные с этого времени; чтобы поправить прежние заказы, загрузите файл ещё раз.</translation>
    </message>
    <message>
        <source>The first rows of the file</source>
        <translation>Первые строки файла</translation>
    </message>
    <message>
        <source>{field} (needed)</source>
        <translation>{field} (нужно)</translation>
    </message>
    <message>
        <source>not in this file</source>
        <translation>нет в файле</translation>
    </message>
    <message>
        <source>Call it</source>
        <translation>Имя вида</translation>
    </message>
    <message>
        <source>Placed at</source>
        <translation>Площадка</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Даты</translation>
    </message>
    <message>
        <source>Choose the column of: {field}.</source>
        <translation>Выберите столбец: {field}.</translation>
    </message>
    <message>
        <source>{column} is chosen twice.</source>
        <translation>Столбец {column} выбран дважды.</translation>
    </message>
    <message>
        <source>Nothing names the currency: sums are shown without one, and no refund can be worked out.</source>
        <translation>Валюта нигде не названа: суммы будут без неё, и рассчитать возврат не получится.</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Номер заказа</translation>
    </message>
    <message>
        <source>Bought on</source>
        <translation>Дата заказа</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название книги</translation>
    </message>
    <message>
        <source>Price of the line</source>
        <translation>Цена позиции</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Экземпляры</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>ISBN</source>
        <translation>Номер ISBN</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Postage paid</source>
        <translation>Оплачено за доставку</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Налог</translation>
    </message>
    <message>
        <source>Total paid</source>
        <translation>Оплачено всего</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Покупатель</translation>
    </message>
    <message>
        <source>Buyer&apos;s mail</source>
        <translation>Почта покупателя</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Получатель</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Улица</translation>
    </message>
    <message>
        <source>Street, second line</source>
        <translation>Улица, вторая строка</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Город</translation>
    </message>
    <message>
        <source>State or county</source>
        <translation>Область или штат</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Индекс</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Страна</translation>
    </message>
    <message>
        <source>Service paid for</source>
        <translation>Оплаченная доставка</translation>
    </message>
    <message>
        <source>To be posted by</source>
        <translation>Отправить до</translation>
    </message>
    <message>
        <source>Posted on</source>
        <translation>Дата отправки</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>Трек-номер</translation>
    </message>
</context>
<context>
    <name>MarketplaceBoxes</name>
    <message>
        <source>Registered with</source>
        <translation>Указан на</translation>
    </message>
    <message>
        <source>Registered with {marketplace}</source>
        <translation>Указан на {marketplace}</translation>
    </message>
</context>
<context>
    <name>MessageListModel</name>
    <message>
        <source>Letter</source>
        <translation>Письмо</translation>
    </message>
</context>
<context>
    <name>MessageListView</name>
    <message>
        <source>Letters</source>
        <translation>Письма</translation>
    </message>
</context>
<context>
    <name>MoneyCard</name>
    <message>
        <source>Fees</source>
        <translation>Комиссия</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Деньги</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Left of it</source>
        <translation>Остаток</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Книга</translation>
    </message>
    <message>
        <source>Book {number}</source>
        <translation>Книга {number}</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Ярлык</translation>
    </message>
    <message>
        <source>A part was given back already.</source>
        <translation>Часть денег уже возвращена.</translation>
    </message>
    <message>
        <source>The money was given back already.</source>
        <translation>Деньги уже возвращены.</translation>
    </message>
    <message>
        <source>Postage</source>
        <translation>Пересылка</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Налог</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
</context>
<context>
    <name>NewLetterDialog</name>
    <message>
        <source>Write a new letter</source>
        <translation>Написать новое письмо</translation>
    </message>
    <message>
        <source>Name or address</source>
        <translation>Имя или адрес</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Write the letter</source>
        <translation>Писать письмо</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От кого</translation>
    </message>
    <message>
        <source>It cools down and is read again like every letter before it goes out.</source>
        <translation>Оно остынет и будет перечитано, как всякое письмо, прежде чем уйдёт.</translation>
    </message>
</context>
<context>
    <name>NewLetters</name>
    <message>
        <source>Add an account first: a letter needs one to go out.</source>
        <translation>Сначала добавьте ящик: письму нужно откуда уйти.</translation>
    </message>
</context>
<context>
    <name>NoticeLines</name>
    <message>
        <source>This is right</source>
        <translation>Это верно</translation>
    </message>
    <message>
        <source>From now on, what mail says of this order may stand in a reply.</source>
        <translation>После этого сказанное в почте об этом заказе можно приводить в ответе.</translation>
    </message>
    <message>
        <source>Known only from {notice}. Nothing of it goes into a reply.</source>
        <translation>Известен только из письма: {notice}. В ответ из него ничего не попадёт.</translation>
    </message>
    <message>
        <source>Not confirmed.</source>
        <translation>Не подтверждён.</translation>
    </message>
    <message>
        <source>The file does not have it. None of it goes into a reply.</source>
        <translation>В файле этого нет. В ответ это не попадёт.</translation>
    </message>
    <message>
        <source>Only in the mail.</source>
        <translation>Только в почте.</translation>
    </message>
    <message>
        <source>{what}: the notice of {day} says {mail}; the file says {file}.</source>
        <translation>{what}: в уведомлении от {day} — {mail}, в файле — {file}.</translation>
    </message>
    <message>
        <source>{what}: the notice of {day} says {mail}; another notice says {file}.</source>
        <translation>{what}: в уведомлении от {day} — {mail}, в другом уведомлении — {file}.</translation>
    </message>
    <message>
        <source>Your mail server does not tell whether the notice is genuine.</source>
        <translation>Ваш почтовый сервер не сообщает, подлинное ли это уведомление.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Экземпляры</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>Postage</source>
        <translation>Пересылка</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Куплено</translation>
    </message>
    <message>
        <source>Ships to</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Expected by</source>
        <translation>Ожидается до</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>Трек-номер</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Вручено</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Отменено</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>This letter brought no files.</source>
        <translation>В этом письме нет вложений.</translation>
    </message>
    <message>
        <source>This complaint comes from somebody with no order here. Show its pictures?</source>
        <translation>Эта жалоба пришла от человека, заказа которого здесь нет. Показать картинки?</translation>
    </message>
    <message>
        <source>{address} then learns that you have read it, when, and roughly from where. They are shown this once.</source>
        <translation>Тогда {address} узнает, что вы прочли письмо, когда и примерно откуда. Картинки будут показаны только в этот раз.</translation>
    </message>
    <message>
        <source>Show them once</source>
        <translation>Показать один раз</translation>
    </message>
    <message>
        <source>The pictures are being fetched.</source>
        <translation>Картинки загружаются.</translation>
    </message>
    <message>
        <source>The pictures could not be fetched.</source>
        <translation>Картинки загрузить не удалось.</translation>
    </message>
    <message>
        <source>No program of this computer opens this link.</source>
        <translation>На этом компьютере нет программы, которая открыла бы эту ссылку.</translation>
    </message>
    <message>
        <source>Saved as {names}.</source>
        <translation>Сохранено: {names}.</translation>
    </message>
    <message>
        <source>This is no picture that can be shown, or it is too large.</source>
        <translation>Это не картинка, которую можно показать, или она слишком велика.</translation>
    </message>
    <message>
        <source>Open {name} with the program of this computer for it?</source>
        <translation>Открыть {name} программой этого компьютера?</translation>
    </message>
    <message>
        <source>Open only what you expect. It is opened as a copy that nothing else uses.</source>
        <translation>Открывайте только то, чего ждали. Откроется копия, которой больше ничто не пользуется.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Save in this folder</source>
        <translation>Сохранить в этой папке</translation>
    </message>
    <message>
        <source>The whole letter is here.</source>
        <translation>Письмо загружено целиком.</translation>
    </message>
    <message>
        <source>Fetched: {names}.</source>
        <translation>Загружено: {names}.</translation>
    </message>
</context>
<context>
    <name>OrderBrowser</name>
    <message>
        <source>The orders are in {file}.</source>
        <translation>Заказы сохранены в {file}.</translation>
    </message>
    <message>
        <source>No letter is about this order.</source>
        <translation>Писем об этом заказе нет.</translation>
    </message>
    <message>
        <source>Export the orders</source>
        <translation>Выгрузка заказов</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Таблица (*.csv)</translation>
    </message>
</context>
<context>
    <name>OrderCard</name>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>Артикул</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Sold as</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Экземпляры</translation>
    </message>
    <message>
        <source>{n} copies</source>
        <translation>{n} экз.</translation>
    </message>
    <message>
        <source>Book {number}</source>
        <translation>Книга {number}</translation>
    </message>
    <message>
        <source>{source}. Days from order to posting: {days}</source>
        <translation>{source}. Дней от заказа до отправки: {days}</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Отменён.</translation>
    </message>
    <message>
        <source>A download: nothing is posted.</source>
        <translation>Файл для загрузки: посылки нет.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Куплено</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Отправлено</translation>
    </message>
</context>
<context>
    <name>OrderFinder</name>
    <message>
        <source>Number, title or name</source>
        <translation>Номер, название или имя</translation>
    </message>
    <message>
        <source>Find an order</source>
        <translation>Найти заказ</translation>
    </message>
    <message>
        <source>No order yet</source>
        <translation>Заказа пока нет</translation>
    </message>
    <message>
        <source>Another order?</source>
        <translation>Другой заказ?</translation>
    </message>
    <message>
        <source>It may be one of these:</source>
        <translation>Возможно, это:</translation>
    </message>
    <message>
        <source>No order fits this letter. Find it here, or ask for its number.</source>
        <translation>Ни один заказ к письму не подходит. Найдите его здесь или спросите номер.</translation>
    </message>
    <message>
        <source>No other order fits this letter.</source>
        <translation>Других заказов к этому письму нет.</translation>
    </message>
</context>
<context>
    <name>OrderImport</name>
    <message>
        <source>Import orders</source>
        <translation>Загрузить заказы</translation>
    </message>
    <message>
        <source>Order files (*.csv *.txt *.tsv *.sta);;All files (*)</source>
        <translation>Файлы заказов (*.csv *.txt *.tsv *.sta);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Reading {files}…</source>
        <translation>Читаем {files}…</translation>
    </message>
    <message>
        <source>The import was broken off. Nothing of it was kept.</source>
        <translation>Загрузка прервана. Ничего из неё не сохранено.</translation>
    </message>
    <message>
        <source>{file} was left out.</source>
        <translation>Файл {file} пропущен.</translation>
    </message>
    <message>
        <source>Storing the orders…</source>
        <translation>Сохраняем заказы…</translation>
    </message>
    <message>
        <source>{new} orders imported, {changed} updated, {bad} lines left out.</source>
        <translation>Заказов загружено: {new}, обновлено: {changed}, строк пропущено: {bad}.</translation>
    </message>
    <message>
        <source>{file}, line {line}: {why}.</source>
        <translation>{file}, строка {line}: {why}.</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>И ещё %n строка.</numerusform>
            <numerusform>И ещё %n строки.</numerusform>
            <numerusform>И ещё %n строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
</context>
<context>
    <name>OrderLine</name>
    <message>
        <source>No order yet</source>
        <translation>Заказа пока нет</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Не подтверждён</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>posted {day}</source>
        <translation>отправлен {day}</translation>
    </message>
</context>
<context>
    <name>OrderModel</name>
    <message>
        <source>Not confirmed</source>
        <translation>Не подтверждён</translation>
    </message>
    <message>
        <source>Known only from {notice}. Nothing of it goes into a reply until a file says it too, or you confirm it beside its letter.</source>
        <translation>Известен только из письма: {notice}. В ответ из него ничего не попадёт, пока о нём не скажет и файл или вы не подтвердите его рядом с письмом.</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Куплено</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Placed at</source>
        <translation>Площадка</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Покупатель</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation>Посылка</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Файл</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>The order is known only from mail and not confirmed: import it from the marketplace&apos;s own file, or confirm it beside its letter.</source>
        <translation>Заказ известен только из почты и не подтверждён: загрузите его из файла самой площадки или подтвердите рядом с его письмом.</translation>
    </message>
    <message>
        <source>another order of the same person at the same address</source>
        <translation>другой заказ того же человека по тому же адресу</translation>
    </message>
    <message>
        <source>the letter names a word of the title: {word}</source>
        <translation>в письме названо слово из названия: {word}</translation>
    </message>
    <message>
        <source>the letter names the day of the order</source>
        <translation>в письме назван день заказа</translation>
    </message>
    <message>
        <source>the letter names the amount {amount}</source>
        <translation>в письме названа сумма {amount}</translation>
    </message>
    <message>
        <source>the letter names the ISBN {number}</source>
        <translation>в письме назван ISBN {number}</translation>
    </message>
    <message>
        <source>the letter names the order number {number}, which no known order has</source>
        <translation>в письме назван номер {number}, такого заказа нет среди известных</translation>
    </message>
    <message>
        <source>the letter names the number {number}, one sign away from that of the order</source>
        <translation>в письме назван номер {number}, он отличается от номера заказа одним знаком</translation>
    </message>
    <message>
        <source>The import was broken off; nothing of the file was kept.</source>
        <translation>Загрузка прервана; из файла ничего не взято.</translation>
    </message>
    <message>
        <source>has lost its last digits in a spreadsheet: import the file as it was downloaded</source>
        <translation>потеряло последние цифры в электронной таблице: возьмите файл таким, каким он был скачан</translation>
    </message>
    <message>
        <source>may be two dates, and no other date of the file tells which</source>
        <translation>может означать две разные даты, и другие даты файла не подсказывают, какую</translation>
    </message>
    <message>
        <source>is no amount</source>
        <translation>это не сумма</translation>
    </message>
    <message>
        <source>is no number</source>
        <translation>это не число</translation>
    </message>
    <message>
        <source>is no whole number</source>
        <translation>это не целое число</translation>
    </message>
    <message>
        <source>is no date</source>
        <translation>это не дата</translation>
    </message>
    <message>
        <source>it has no order number; eBay gives none while a purchase is not paid for</source>
        <translation>нет номера заказа; eBay не даёт его, пока покупка не оплачена</translation>
    </message>
    <message>
        <source>it has neither a sales record number nor an order number</source>
        <translation>нет ни номера записи о продаже, ни номера заказа</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}. See that the file is there and that you may read it.</source>
        <translation>Не удаётся прочесть {path}: {why}. Убедитесь, что файл на месте и вам разрешено его читать.</translation>
    </message>
    <message>
        <source>{file} has no columns of a known export. Give a report of a marketplace, a shop, PayPal or a postage service as it was downloaded, or import it in the window, which asks once what its columns are.</source>
        <translation>{file}: нет столбцов известной выгрузки. Возьмите отчёт площадки, магазина, PayPal или службы доставки таким, каким он был скачан, или загрузите файл в окне: оно один раз спросит, что в его столбцах.</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>{column} is empty</source>
        <translation>«{column}»: пусто</translation>
    </message>
    <message>
        <source>{column} is &apos;{shown}&apos;, which {fault}</source>
        <translation>«{column}»: «{shown}», {fault}</translation>
    </message>
    <message>
        <source>it has neither a recipient nor a tracking number</source>
        <translation>нет ни получателя, ни трек-номера</translation>
    </message>
    <message>
        <source>a spreadsheet or an archive</source>
        <translation>электронная таблица или архив</translation>
    </message>
    <message>
        <source>an old spreadsheet</source>
        <translation>старая электронная таблица</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation>сжатый файл</translation>
    </message>
    <message>
        <source>a quotation mark in it is opened and never closed</source>
        <translation>кавычка открыта и не закрыта</translation>
    </message>
    <message>
        <source>{file} is larger than {most} MB. No order export is: see that it is the right file, or export a shorter time.</source>
        <translation>{file}: больше {most} МБ. Таких выгрузок заказов не бывает: проверьте, тот ли это файл, или выгрузите меньший срок.</translation>
    </message>
    <message>
        <source>{file} is {what}, not a text file. Save it as CSV or tab-separated text, or download it again in that form.</source>
        <translation>{file}: это {what}, а не текстовый файл. Сохраните его как CSV или текст с табуляцией либо скачайте снова в таком виде.</translation>
    </message>
    <message>
        <source>{file} is not a text file. Download the export again as CSV or text.</source>
        <translation>{file}: это не текстовый файл. Скачайте выгрузку снова как CSV или текст.</translation>
    </message>
    <message>
        <source>{file} is empty. Export the orders again.</source>
        <translation>{file}: пусто. Выгрузите заказы снова.</translation>
    </message>
    <message>
        <source>the line has {count} characters, more than any order</source>
        <translation>в строке {count} знаков, больше, чем в любом заказе</translation>
    </message>
    <message>
        <source>it has NUL bytes in it, so it is damaged</source>
        <translation>в ней нулевые байты, она повреждена</translation>
    </message>
    <message>
        <source>it has letters that cannot be read, so it is damaged</source>
        <translation>в ней нечитаемые буквы, она повреждена</translation>
    </message>
    <message>
        <source>one cell has {count} characters, more than the {most} allowed</source>
        <translation>в одной ячейке {count} знаков, а допустимо {most}</translation>
    </message>
    <message>
        <source>the letter names the order number {number}</source>
        <translation>в письме назван номер заказа {number}</translation>
    </message>
    <message>
        <source>the quoted text names the order number {number}</source>
        <translation>номер заказа {number} назван в цитате</translation>
    </message>
    <message>
        <source>the number fits, the sender does not</source>
        <translation>номер подходит, отправитель — нет</translation>
    </message>
    <message>
        <source>the letter names the tracking number {number}</source>
        <translation>в письме назван трек-номер {number}</translation>
    </message>
    <message>
        <source>the tracking number fits, the sender does not</source>
        <translation>трек-номер подходит, отправитель — нет</translation>
    </message>
    <message>
        <source>nothing shows who the sender is</source>
        <translation>неизвестно, кто отправитель</translation>
    </message>
    <message>
        <source>the name is that of the customer</source>
        <translation>имя совпадает с именем покупателя</translation>
    </message>
    <message>
        <source>the first name is that of the customer</source>
        <translation>совпадает только имя, без фамилии</translation>
    </message>
    <message>
        <source>the letter comes from the address of the order</source>
        <translation>письмо пришло с адреса из заказа</translation>
    </message>
    <message>
        <source>the letter comes from the marketplace&apos;s alias of the buyer</source>
        <translation>письмо пришло с адреса, который площадка дала покупателю</translation>
    </message>
    <message>
        <source>the newest of {count} orders of this customer</source>
        <translation>последний заказ этого покупателя, всего их {count}</translation>
    </message>
    <message>
        <source>the letter names the title {title}</source>
        <translation>в письме названа книга «{title}»</translation>
    </message>
    <message>
        <source>the letter names the item number {number}</source>
        <translation>в письме назван номер лота {number}</translation>
    </message>
    <message>
        <source>the letter names the buyer {name}</source>
        <translation>в письме назван покупатель {name}</translation>
    </message>
    <message>
        <source>the letter names the postal code {code}</source>
        <translation>в письме назван индекс {code}</translation>
    </message>
    <message>
        <source>the letter names the town {town}</source>
        <translation>в письме назван город {town}</translation>
    </message>
    <message>
        <source>The table of carrier services cannot be used: {why}. Mend it, or take it away to use the one of the program.</source>
        <translation>Таблица служб доставки непригодна: {why}. Исправьте её или уберите: тогда действует таблица программы.</translation>
    </message>
    <message>
        <source>There is no order {number} in the store.</source>
        <translation>Заказа {number} в базе нет.</translation>
    </message>
    <message>
        <source>The parcel has been posted meanwhile.</source>
        <translation>Посылка тем временем отправлена.</translation>
    </message>
    <message>
        <source>The parcel has been delivered meanwhile.</source>
        <translation>Посылка тем временем вручена.</translation>
    </message>
    <message>
        <source>The parcel is on its way back to you.</source>
        <translation>Посылка едет обратно к вам.</translation>
    </message>
    <message>
        <source>The order has been cancelled meanwhile.</source>
        <translation>Заказ тем временем отменён.</translation>
    </message>
    <message>
        <source>Money has been given back for the order meanwhile.</source>
        <translation>За этот заказ тем временем вернули деньги.</translation>
    </message>
    <message>
        <source>The service needs a name: the one that your order files give it.</source>
        <translation>Службе нужно название — то, что стоит в ваших файлах заказов.</translation>
    </message>
    <message>
        <source>There is a service {name} already. Change that one, or name this one otherwise.</source>
        <translation>Служба «{name}» уже есть. Измените её или назовите эту иначе.</translation>
    </message>
    <message>
        <source>Name and source may have {most} characters at most.</source>
        <translation>Название и источник — не длиннее {most} символов.</translation>
    </message>
    <message>
        <source>A window from day {first} to day {last} is none: the first day comes before the last, and the last is {most} at most.</source>
        <translation>Срок с {first}-го по {last}-й день невозможен: первый день идёт раньше последнего, а последний не больше {most}.</translation>
    </message>
    <message>
        <source>A parcel cannot count as lost after {lost} days while it may still come on day {last}. Give a later day, {most} at most, or none.</source>
        <translation>Посылку нельзя считать утерянной через {lost} дн., пока она ещё может прийти на {last}-й день. Укажите день позже, не больше {most}, или не указывайте.</translation>
    </message>
    <message>
        <source>The folder {folder}, whose order files are imported, can&apos;t be read: {why}.</source>
        <translation>Папку {folder}, из которой загружаются файлы заказов, не удаётся прочесть: {why}.</translation>
    </message>
    <message>
        <source>{file} can&apos;t be read: {why}.</source>
        <translation>{file} не удаётся прочесть: {why}.</translation>
    </message>
    <message>
        <source>it is no JSON ({why})</source>
        <translation>это не JSON ({why})</translation>
    </message>
    <message>
        <source>it has no &quot;columns&quot;</source>
        <translation>в нём нет «columns»</translation>
    </message>
    <message>
        <source>there is no field &apos;{field}&apos;; the fields are {fields}</source>
        <translation>поля «{field}» нет; есть поля {fields}</translation>
    </message>
    <message>
        <source>the column of &apos;{field}&apos; is no text</source>
        <translation>столбец поля «{field}» указан не текстом</translation>
    </message>
    <message>
        <source>its marketplace is none of {places}</source>
        <translation>его площадка — не одна из {places}</translation>
    </message>
    <message>
        <source>its &quot;day_first&quot; is neither true nor false</source>
        <translation>его «day_first» — ни true, ни false</translation>
    </message>
    <message>
        <source>it does not say which column is the order_id</source>
        <translation>в нём не сказано, в каком столбце order_id</translation>
    </message>
    <message>
        <source>{file} has no column &apos;{column}&apos;, which the mapping &apos;{name}&apos; names. Its columns are: {columns}. Give another mapping, or correct this one.</source>
        <translation>{file}: нет столбца «{column}», который назван в описании «{name}». Есть столбцы: {columns}. Возьмите другое описание или исправьте это.</translation>
    </message>
    <message>
        <source>{file} is no mapping of columns: {why}. Write it like this: {example}</source>
        <translation>{file} — не описание столбцов: {why}. Напишите так: {example}</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Order files that come into this folder are imported by themselves while the window is open, each content once. The files stay as they are.</source>
        <translation>Файлы заказов, попавшие в эту папку, загружаются сами, пока открыто окно, каждый один раз. Сами файлы не меняются.</translation>
    </message>
    <message>
        <source>None: files are imported by hand</source>
        <translation>Нет: файлы загружаются вручную</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Выбрать папку…</translation>
    </message>
    <message>
        <source>Watch none</source>
        <translation>Не наблюдать</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Забыть</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Папка под наблюдением</translation>
    </message>
    <message>
        <source>Kinds of files whose columns you named</source>
        <translation>Виды файлов, столбцы которых вы назвали</translation>
    </message>
    <message>
        <source>None yet: a file of an unknown kind asks for its columns when it comes.</source>
        <translation>Пока ни одного: файл неизвестного вида спросит о столбцах, когда придёт.</translation>
    </message>
    <message>
        <source>Folder of order files</source>
        <translation>Папка с файлами заказов</translation>
    </message>
</context>
<context>
    <name>OrdersView</name>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Number, title, name, town, tracking…</source>
        <translation>Номер, название, имя, город, трек-номер…</translation>
    </message>
    <message>
        <source>Find orders</source>
        <translation>Найти заказы</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Выгрузить в CSV…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Загрузить…</translation>
    </message>
    <message>
        <source>All orders</source>
        <translation>Все заказы</translation>
    </message>
    <message>
        <source>No order fits. Type less, or another word.</source>
        <translation>Ничего не найдено. Сократите запрос или введите другое слово.</translation>
    </message>
    <message>
        <source>No orders yet. Import a file, or drop it on the window.</source>
        <translation>Заказов пока нет. Загрузите файл или перетащите его в окно.</translation>
    </message>
</context>
<context>
    <name>OurLetter</name>
    <message>
        <source>Your answer</source>
        <translation>Ваш ответ</translation>
    </message>
    <message>
        <source>Your answer, held since {time}</source>
        <translation>Ваш ответ, начал остывать: {time}</translation>
    </message>
    <message>
        <source>Your letter, held since {time}</source>
        <translation>Ваше письмо, начало остывать: {time}</translation>
    </message>
    <message>
        <source>To {address}</source>
        <translation>Кому: {address}</translation>
    </message>
    <message>
        <source>Subject: {subject}</source>
        <translation>Тема: {subject}</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>The program ended while the server&apos;s answer was awaited: the letter may have been delivered.</source>
        <translation>Программа закрылась, не дождавшись ответа сервера: возможно, письмо доставлено.</translation>
    </message>
    <message>
        <source>Only a paused reply can be held again.</source>
        <translation>Снова поставить остывать можно только приостановленный ответ.</translation>
    </message>
    <message>
        <source>This reply is still cooling; it can&apos;t be sent yet.</source>
        <translation>Этот ответ ещё остывает; отправить его пока нельзя.</translation>
    </message>
    <message>
        <source>This reply has not been read again and approved.</source>
        <translation>Этот ответ ещё не перечитан и не одобрен.</translation>
    </message>
    <message>
        <source>The stored letter is not the approved one any more.</source>
        <translation>Сохранённое письмо уже не то, которое было одобрено.</translation>
    </message>
    <message>
        <source>Only a reply that is being sent can be dotted.</source>
        <translation>Завершить передачу можно только у письма, которое отправляется.</translation>
    </message>
    <message>
        <source>It could not go out for more than 12 hours after you had read it. Read it again.</source>
        <translation>Вы его перечитали, но уйти он не мог больше 12 часов. Перечитайте ещё раз.</translation>
    </message>
    <message>
        <source>Only an uncertain reply can be sent again.</source>
        <translation>Снова отправить можно только письмо с неясной судьбой.</translation>
    </message>
    <message>
        <source>A reply to this letter is held already. Take it back first, then change it.</source>
        <translation>Ответ на это письмо уже остывает. Сначала верните его, потом меняйте.</translation>
    </message>
    <message>
        <source>It was called off before it had left.</source>
        <translation>Отправка отменена, пока письмо не ушло.</translation>
    </message>
    <message>
        <source>This reply was changed by another window or command in the meantime. Look again.</source>
        <translation>Тем временем этот ответ изменили в другом окне или командой. Посмотрите ещё раз.</translation>
    </message>
    <message>
        <source>There is no held reply {number}. &apos;softanswer outbox list&apos; shows them.</source>
        <translation>Ответа на выдержке с номером {number} нет. Их список: «softanswer outbox list».</translation>
    </message>
    <message>
        <source>A fault of the program kept it from going out. It is tried again later; the log in the profile folder says more.</source>
        <translation>Письмо не ушло из-за ошибки в программе. Попытка повторится позже; подробности в журнале, в папке профиля.</translation>
    </message>
    <message>
        <source>{problem} That was the last of {count} tries, over a day: it is given up. Take it back, or reach the customer in another way.</source>
        <translation>{problem} За сутки сделано попыток: {count}, больше их не будет. Верните ответ или свяжитесь с покупателем другим способом.</translation>
    </message>
</context>
<context>
    <name>OutboxView</name>
    <message>
        <source>Cooling</source>
        <translation>Остывают</translation>
    </message>
    <message>
        <source>Nothing is held. A reply that you finish cools down here.</source>
        <translation>Здесь пусто. Готовый ответ остывает тут, прежде чем уйти.</translation>
    </message>
    <message>
        <source>A shorter cool-down in Preferences never shortens these holds.</source>
        <translation>Если сократить остывание в настройках, эти выдержки короче не станут.</translation>
    </message>
</context>
<context>
    <name>OutboxWords</name>
    <message numerus="yes">
        <source>%n letter(s). Those that need you come first.</source>
        <translation>
            <numerusform>%n ответ. Сверху то, что ждёт вас.</numerusform>
            <numerusform>%n ответа. Сверху то, что ждёт вас.</numerusform>
            <numerusform>%n ответов. Сверху то, что ждёт вас.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
            <numerusform>%n с</numerusform>
        </translation>
    </message>
    <message>
        <source>The other answer, {time}</source>
        <translation>Другой ответ, {time}</translation>
    </message>
    <message>
        <source>The letter it answers, {time}</source>
        <translation>Письмо, на которое это ответ, {time}</translation>
    </message>
    <message>
        <source>Their new letter, {time}</source>
        <translation>Новое письмо, {time}</translation>
    </message>
    <message numerus="yes">
        <source>They wrote %n times within {span}, last {time}</source>
        <translation>
            <numerusform>%n письмо за {span}, последнее {time}</numerusform>
            <numerusform>%n письма за {span}, последнее {time}</numerusform>
            <numerusform>%n писем за {span}, последнее {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>{head}. They may still be writing.</source>
        <translation>{head}. Возможно, вам ещё пишут.</translation>
    </message>
    <message>
        <source>Cooled down</source>
        <translation>Остыл</translation>
    </message>
    <message>
        <source>The hold has just run out.</source>
        <translation>Выдержка только что закончилась.</translation>
    </message>
    <message>
        <source>Until {time}. Then it goes out by itself.</source>
        <translation>До {time}. Потом уйдёт сам.</translation>
    </message>
    <message>
        <source>Until {time}. Then you read it again; nothing goes by itself.</source>
        <translation>До {time}. Потом вы его перечитаете; сам он не уйдёт.</translation>
    </message>
    <message>
        <source>A new letter from them or any change starts it over.</source>
        <translation>Новое письмо покупателя или любая правка начнёт выдержку заново.</translation>
    </message>
    <message>
        <source>Cooling, {time} left</source>
        <translation>Остывает, ещё {time}</translation>
    </message>
    <message>
        <source>Paused: they wrote again</source>
        <translation>На паузе: вам снова написали</translation>
    </message>
    <message>
        <source>A newer letter has come. The hold stands still until you have seen it.</source>
        <translation>Пришло новое письмо. Выдержка стоит, пока вы его не прочтёте.</translation>
    </message>
    <message>
        <source>Does your answer still fit? Hold it again, or take it back and change it.</source>
        <translation>Подходит ли ещё ваш ответ? Остудите его снова или верните и измените.</translation>
    </message>
    <message>
        <source>Paused: answered elsewhere</source>
        <translation>На паузе: ответили не отсюда</translation>
    </message>
    <message>
        <source>An answer to this letter has gone out from another place.</source>
        <translation>На это письмо уже ответили из другого места.</translation>
    </message>
    <message>
        <source>Take this one back, or hold it again if they should get both.</source>
        <translation>Верните этот или остудите снова, если должны прийти оба.</translation>
    </message>
    <message>
        <source>Paused: the order has changed</source>
        <translation>На паузе: заказ изменился</translation>
    </message>
    <message>
        <source>There is news of the order.</source>
        <translation>По заказу есть новости.</translation>
    </message>
    <message>
        <source>Paused: an attachment is missing</source>
        <translation>На паузе: нет вложения</translation>
    </message>
    <message>
        <source>A file that goes with it is not here any more.</source>
        <translation>Файла, который идёт с этим письмом, здесь больше нет.</translation>
    </message>
    <message>
        <source>Take it back, attach the file again, and hold it anew.</source>
        <translation>Верните ответ в черновик, приложите файл заново и остудите ещё раз.</translation>
    </message>
    <message>
        <source>Paused: restored from a copy</source>
        <translation>На паузе: восстановлен из копии</translation>
    </message>
    <message>
        <source>The mail data here is a copy. This reply may have gone out since.</source>
        <translation>Почта здесь взята из копии. С тех пор этот ответ мог уже уйти.</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Не отправлен</translation>
    </message>
    <message>
        <source>It could not be sent.</source>
        <translation>Ответ не удалось отправить.</translation>
    </message>
    <message>
        <source>Look in Sent whether it has gone out already, then hold it again.</source>
        <translation>Посмотрите в «Отправленных», не ушёл ли он уже, потом остудите снова.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>На паузе</translation>
    </message>
    <message>
        <source>The hold stands still until you decide.</source>
        <translation>Выдержка стоит, пока вы не решите.</translation>
    </message>
    <message>
        <source>The hold ended {time}. It waits for you; nothing has been sent.</source>
        <translation>Выдержка закончилась: {time}. Ответ ждёт вас, ничего не отправлено.</translation>
    </message>
    <message>
        <source>Ready to read again</source>
        <translation>Пора перечитать</translation>
    </message>
    <message>
        <source>Waiting for the mail server</source>
        <translation>Ждёт связи с сервером</translation>
    </message>
    <message>
        <source>Not sent yet. The next try comes by itself, {time}.</source>
        <translation>Ещё не отправлен. Следующая попытка начнётся сама: {time}.</translation>
    </message>
    <message>
        <source>Read again, waits for the morning</source>
        <translation>Перечитан, ждёт утра</translation>
    </message>
    <message>
        <source>Read again, goes out next</source>
        <translation>Перечитан, сейчас уйдёт</translation>
    </message>
    <message>
        <source>You have read both letters. It goes out as soon as the server is reached.</source>
        <translation>Вы прочли оба письма. Ответ уйдёт, как только отзовётся сервер.</translation>
    </message>
    <message>
        <source>The letter is on its way to the mail server.</source>
        <translation>Ответ на пути к почтовому серверу.</translation>
    </message>
    <message>
        <source>The letter has left; the server&apos;s answer is awaited.</source>
        <translation>Ответ ушёл, ждём, что скажет сервер.</translation>
    </message>
    <message>
        <source>Going out now</source>
        <translation>Уходит</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлен</translation>
    </message>
    <message>
        <source>Sent {time}.</source>
        <translation>Отправлен: {time}.</translation>
    </message>
    <message>
        <source>It is never sent again by itself.</source>
        <translation>Второй раз сам он не уйдёт.</translation>
    </message>
    <message>
        <source>Not certain: perhaps sent</source>
        <translation>Неясно: возможно, ушёл</translation>
    </message>
    <message>
        <source>It is not known whether the letter has gone out.</source>
        <translation>Неизвестно, ушло ли письмо.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Возвращён</translation>
    </message>
    <message>
        <source>The text is a draft again.</source>
        <translation>Текст снова в черновике.</translation>
    </message>
</context>
<context>
    <name>OwnLetter</name>
    <message>
        <source>Add an account first: a letter needs one to go out.</source>
        <translation>Сначала добавьте ящик: письму нужно откуда уйти.</translation>
    </message>
    <message>
        <source>A test letter to myself</source>
        <translation>Пробное письмо себе</translation>
    </message>
    <message>
        <source>Your test letter is held already: you find it in Cooling.</source>
        <translation>Пробное письмо уже ждёт в разделе «Остывают».</translation>
    </message>
    <message>
        <source>When that time is over, it goes out by itself.</source>
        <translation>Когда это время пройдёт, письмо уйдёт само.</translation>
    </message>
    <message>
        <source>When that time is over, it is ready: open it in Cooling, read it once more, and send it.</source>
        <translation>Когда это время пройдёт, письмо будет готово: откройте его в разделе «Остывают», перечитайте и отправьте.</translation>
    </message>
    <message>
        <source>Hello,</source>
        <translation>Здравствуйте!</translation>
    </message>
    <message>
        <source>This is a test letter. It goes from you to yourself, and you may write in it whatever you like.</source>
        <translation>Это пробное письмо: оно идёт от вас к вам же, и писать в нём можно что угодно.</translation>
    </message>
    <message>
        <source>Start its cool-down. Nothing leaves at once here: the letter rests for {time}, as long as you have set. {then}</source>
        <translation>Поставьте его остывать. Сразу отсюда ничего не уходит: письмо полежит {time}, как вы и задали. {then}</translation>
    </message>
    <message>
        <source>A little later it comes back into your inbox. Then you know that both sending and fetching work.</source>
        <translation>Чуть позже оно вернётся во входящие. Значит, и отправка, и получение почты работают.</translation>
    </message>
    <message>
        <source>Thank you for trying it out!</source>
        <translation>Спасибо, что решили попробовать!</translation>
    </message>
</context>
<context>
    <name>OwnTime</name>
    <message>
        <source>A day and time of your own</source>
        <translation>Свои день и час</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Отложить</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>This letter has not been downloaded yet.</source>
        <translation>Это письмо ещё не загружено.</translation>
    </message>
    <message>
        <source>Conversation with {name}</source>
        <translation>Переписка: {name}</translation>
    </message>
    <message>
        <source>Letter from {name}</source>
        <translation>Письмо: {name}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>От кого</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Копия</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Attachment without a name</source>
        <translation>Вложение без имени</translation>
    </message>
    <message>
        <source>No subject</source>
        <translation>Без темы</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Страница {page} из {pages}</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Вложения</translation>
    </message>
</context>
<context>
    <name>ParcelCard</name>
    <message>
        <source>Parcel</source>
        <translation>Посылка</translation>
    </message>
    <message>
        <source>Window to</source>
        <translation>Срок до</translation>
    </message>
    <message>
        <source>Paid for</source>
        <translation>Оплачена</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Послана</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>Трек-номер</translation>
    </message>
    <message>
        <source>Its kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Told by its form</source>
        <translation>Определено по форме номера</translation>
    </message>
    <message>
        <source>Carrier says</source>
        <translation>Перевозчик</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Picture: {name}</source>
        <translation>Картинка: {name}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>PolicyCard</name>
    <message>
        <source>Policy</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Estimates: check them.</source>
        <translation>Это оценки: проверьте их.</translation>
    </message>
    <message>
        <source>{first}–{last} business days</source>
        <translation>{first}–{last} раб. дн.</translation>
    </message>
    <message>
        <source>{first}–{last} days</source>
        <translation>{first}–{last} дн.</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>В пути</translation>
    </message>
    <message>
        <source>Search from</source>
        <translation>Розыск с</translation>
    </message>
    <message>
        <source>Lost from</source>
        <translation>Утрата с</translation>
    </message>
    <message>
        <source>Claim until</source>
        <translation>Заявить до</translation>
    </message>
    <message>
        <source>Business days of {country}.</source>
        <translation>Рабочие дни страны: {country}.</translation>
    </message>
    <message>
        <source>The first {days} where you post it, then those of {country}.</source>
        <translation>Первые {days} — у вас, затем рабочие дни страны: {country}.</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Buyer claims</source>
        <translation>Претензии</translation>
    </message>
    <message>
        <source>within {hours} hours</source>
        <translation>за {hours} ч</translation>
    </message>
    <message>
        <source>within {days} business days</source>
        <translation>за {days} раб. дн.</translation>
    </message>
    <message>
        <source>You answer</source>
        <translation>Ваш ответ</translation>
    </message>
    <message>
        <source>{hours} hours after their letter</source>
        <translation>через {hours} ч после письма</translation>
    </message>
    <message>
        <source>Claim opens</source>
        <translation>Не раньше</translation>
    </message>
    <message>
        <source>within {days} business days of opening</source>
        <translation>за {days} раб. дн. от открытия</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Эскалация</translation>
    </message>
    <message>
        <source>within {days} days of the decision</source>
        <translation>за {days} дн. от решения</translation>
    </message>
    <message>
        <source>You appeal</source>
        <translation>Апелляция</translation>
    </message>
    <message>
        <source>price and postage back</source>
        <translation>вернуть цену и доставку</translation>
    </message>
    <message>
        <source>Never came</source>
        <translation>Не дошло</translation>
    </message>
    <message>
        <source>you pay the way back</source>
        <translation>обратная пересылка за ваш счёт</translation>
    </message>
    <message>
        <source>Our mistake</source>
        <translation>Наша ошибка</translation>
    </message>
    <message>
        <source>dispute until {day}, then {days} days to escalate</source>
        <translation>спор до {day}, затем {days} дн. на претензию</translation>
    </message>
</context>
<context>
    <name>PostView</name>
    <message>
        <source>Post test: as if they had posted it</source>
        <translation>Проверка на публику: если ответ выложат</translation>
    </message>
    <message>
        <source>Back to the reply</source>
        <translation>Назад к ответу</translation>
    </message>
    <message>
        <source>The whole reply</source>
        <translation>Ответ целиком</translation>
    </message>
    <message>
        <source>in public answer to: {complaint}</source>
        <translation>публичный ответ на: {complaint}</translation>
    </message>
    <message>
        <source>One sentence of it, passed on alone</source>
        <translation>Одна его фраза, сама по себе</translation>
    </message>
    <message>
        <source>Nothing here would look bad when quoted.</source>
        <translation>Здесь нет ничего, что плохо выглядело бы в цитате.</translation>
    </message>
    <message>
        <source>“{sentence}”</source>
        <translation>«{sentence}»</translation>
    </message>
    <message>
        <source>Mend this sentence</source>
        <translation>Исправить эту фразу</translation>
    </message>
    <message>
        <source>What strangers would learn of people</source>
        <translation>Что посторонние узнали бы о людях</translation>
    </message>
    <message>
        <source>No address, number or full name of anybody.</source>
        <translation>Ни адресов, ни номеров, ни полных имён.</translation>
    </message>
    <message>
        <source>Must not be in this letter at all.</source>
        <translation>Этого не должно быть даже в самом письме.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Show it in the reply: {text}</source>
        <translation>Показать в ответе: {text}</translation>
    </message>
    <message>
        <source>Number of a card</source>
        <translation>Номер карты</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Of another customer</source>
        <translation>О другом покупателе</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Адрес почты</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Where somebody lives</source>
        <translation>Домашний адрес</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Полное имя</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Номер заказа</translation>
    </message>
    <message>
        <source>The post test</source>
        <translation>Проверка на публику</translation>
    </message>
    <message>
        <source>Only you see this.</source>
        <translation>Это видите только вы.</translation>
    </message>
</context>
<context>
    <name>PreferenceTransfer</name>
    <message>
        <source>Settings of Soft Answer. No passwords, accounts, letters or orders.</source>
        <translation>Настройки Soft Answer. Без паролей, ящиков, писем и заказов.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be written ({error}). Choose another folder.</source>
        <translation>Не удаётся записать {name} ({error}). Выберите другую папку.</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Записано: {path}</translation>
    </message>
    <message>
        <source>All is set already as the file says.</source>
        <translation>Всё уже настроено так, как в файле.</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Выгрузить настройки</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Загрузить настройки</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>The cool-down must be from 1 minute to 48 hours; it stays as it was.</source>
        <translation>Выдержка должна быть от 1 минуты до 48 часов; она остаётся прежней.</translation>
    </message>
    <message>
        <source>The factors are four numbers, one for each heat from 0 to 3, each from 1 to {most}; they stay as they were.</source>
        <translation>Множители — это четыре числа, по одному на накал от 0 до 3, каждое от 1 до {most}; они остаются прежними.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read ({error}); the standard settings are used.</source>
        <translation>Не удаётся прочесть {path} ({error}); действуют стандартные настройки.</translation>
    </message>
    <message>
        <source>{path}, setting {key}: {error}</source>
        <translation>{path}, настройка {key}: {error}</translation>
    </message>
    <message>
        <source>There is no setting &apos;{key}&apos;. The settings are: {known}.</source>
        <translation>Настройки «{key}» нет. Есть такие: {known}.</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no number of minutes. Give one from 1 to 2880; it stays as it was.</source>
        <translation>«{value}» — не число минут. Укажите число от 1 до 2880; настройка остаётся прежней.</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no list of four numbers such as 1, 1, 2, 3; it stays as it was.</source>
        <translation>«{value}» — не список из четырёх чисел, например 1, 1, 2, 3; настройка остаётся прежней.</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; gives no quiet hours. Write them as 22:00-07:00 by your own clock, as 22:00-07:00 customer by the customer&apos;s, or leave it empty; they stay as they were.</source>
        <translation>«{value}» — не тихие часы. Пишите 22:00-07:00 по своим часам, 22:00-07:00 customer по часам покупателя или не пишите ничего; они остаются прежними.</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is neither true nor false; it stays as it was.</source>
        <translation>«{value}» — не true и не false; настройка остаётся прежней.</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no number from 0 to {most}; it stays as it was.</source>
        <translation>«{value}» — не число от 0 до {most}; осталось как было.</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no whole number; it stays as it was.</source>
        <translation>«{value}» — не целое число; осталось как было.</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no size of the text. Give a whole number of percent from {least} to {most}; it stays as it was.</source>
        <translation>«{value}» — не размер текста. Нужно целое число процентов от {least} до {most}; настройка остаётся прежней.</translation>
    </message>
    <message>
        <source>A text of one line and at most {most} characters is wanted; it stays as it was.</source>
        <translation>Нужен текст в одну строку, не длиннее {most} знаков; настройка остаётся прежней.</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no key of an action. Write it as done=Ctrl+E, with a blank between two keys; the keys stay as they were.</source>
        <translation>&apos;{value}&apos; — не клавиша действия. Пишите так: done=Ctrl+E, между двумя клавишами пробел; клавиши остались прежними.</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no folder; it stays as it was.</source>
        <translation>«{value}» — не папка; настройка осталась прежней.</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; does not say where the folder is. Give the whole path, from the root of the disk; it stays as it was.</source>
        <translation>По «{value}» не понять, где папка. Укажите полный путь от корня диска; настройка осталась прежней.</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is none of {choices}; it stays as it was.</source>
        <translation>«{value}» — ни одно из {choices}; настройка остаётся прежней.</translation>
    </message>
    <message>
        <source>Quiet hours begin and end at two different times of day, such as 22:00 and 07:00, and last 12 hours at most; they stay as they were.</source>
        <translation>Тихие часы начинаются и кончаются в разное время суток, например в 22:00 и 07:00, и длятся не больше 12 часов; они остаются прежними.</translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no number of megabytes. Give one from 0 to {most}; 0 fetches every letter whole. It stays as it was.</source>
        <translation>«{value}» — не число мегабайт. Укажите число от 0 до {most}; при 0 каждое письмо загружается целиком. Осталось как было.</translation>
    </message>
    <message>
        <source>{name} can&apos;t be read ({error}). Nothing was taken.</source>
        <translation>Не удаётся прочесть {name} ({error}). Ничего не принято.</translation>
    </message>
    <message>
        <source>{name} is too large for a file of settings. Nothing was taken.</source>
        <translation>{name} слишком велик для файла настроек. Ничего не принято.</translation>
    </message>
    <message>
        <source>The file names no setting. Nothing was taken.</source>
        <translation>В файле нет ни одной настройки. Ничего не принято.</translation>
    </message>
    <message>
        <source>Line {line}, {key}: {error} Nothing was taken.</source>
        <translation>Строка {line}, {key}: {error} Ничего не принято.</translation>
    </message>
    <message>
        <source>Line {line} is not written as a file of settings is (name = value). Nothing was taken.</source>
        <translation>Строка {line} записана не так, как в файле настроек (имя = значение). Ничего не принято.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>No setting has these words.</source>
        <translation>Таких слов нет ни в одной настройке.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Keep these settings</source>
        <translation>Сохранить настройки</translation>
    </message>
    <message>
        <source>Cool-down</source>
        <translation>Остывание</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Ящики</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Магазин</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Текст ответа</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Копия</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>Исправления</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
</context>
<context>
    <name>PresenceWords</name>
    <message>
        <source>Soft Answer stays in the tray to look after one held reply.</source>
        <translation>Soft Answer остаётся в трее ради одного ответа на выдержке.</translation>
    </message>
    <message numerus="yes">
        <source>Soft Answer stays in the tray to look after %n held replies.</source>
        <translation>
            <numerusform>Soft Answer остаётся в трее ради %n ответа на выдержке.</numerusform>
            <numerusform>Soft Answer остаётся в трее ради %n ответов на выдержке.</numerusform>
            <numerusform>Soft Answer остаётся в трее ради %n ответов на выдержке.</numerusform>
        </translation>
    </message>
    <message>
        <source>all outgoing is stopped</source>
        <translation>вся отправка остановлена</translation>
    </message>
    <message>
        <source>nothing is held</source>
        <translation>на выдержке ничего нет</translation>
    </message>
    <message>
        <source>One reply goes out in {seconds} seconds.</source>
        <translation>Через {seconds} с уйдёт один ответ.</translation>
    </message>
    <message numerus="yes">
        <source>%n replies go out in {seconds} seconds.</source>
        <translation>
            <numerusform>Через {seconds} с уйдёт %n ответ.</numerusform>
            <numerusform>Через {seconds} с уйдут %n ответа.</numerusform>
            <numerusform>Через {seconds} с уйдут %n ответов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready to be read again</source>
        <translation>
            <numerusform>%n пора перечитать</numerusform>
            <numerusform>%n пора перечитать</numerusform>
            <numerusform>%n пора перечитать</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>%n на паузе</numerusform>
            <numerusform>%n на паузе</numerusform>
            <numerusform>%n на паузе</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused by the mail server</source>
        <translation>
            <numerusform>%n отклонён сервером</numerusform>
            <numerusform>%n отклонены сервером</numerusform>
            <numerusform>%n отклонено сервером</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n perhaps sent</source>
        <translation>
            <numerusform>%n с неясной судьбой</numerusform>
            <numerusform>%n с неясной судьбой</numerusform>
            <numerusform>%n с неясной судьбой</numerusform>
        </translation>
    </message>
    <message>
        <source>Replies: {parts}.</source>
        <translation>Ответы: {parts}.</translation>
    </message>
    <message>
        <source>{name} has written and needs an answer.</source>
        <translation>Новое письмо ждёт ответа. Отправитель: {name}.</translation>
    </message>
    <message>
        <source>A complaint from {name}: {summary}.</source>
        <translation>Новая жалоба. {name}: {summary}.</translation>
    </message>
    <message numerus="yes">
        <source>%n complaint(s)</source>
        <translation>
            <numerusform>%n жалоба</numerusform>
            <numerusform>%n жалобы</numerusform>
            <numerusform>%n жалоб</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other letter(s)</source>
        <translation>
            <numerusform>%n другое письмо</numerusform>
            <numerusform>%n других письма</numerusform>
            <numerusform>%n других писем</numerusform>
        </translation>
    </message>
    <message>
        <source>They need an answer: {parts}.</source>
        <translation>Ждут ответа: {parts}.</translation>
    </message>
    <message>
        <source>The reply to {name} has cooled down. You can read it again.</source>
        <translation>{name}: ответ остыл. Его можно перечитать.</translation>
    </message>
    <message>
        <source>The mail server refused the reply to {name}. Nobody has got it.</source>
        <translation>{name}: почтовый сервер не принял ответ. Его никто не получил.</translation>
    </message>
    <message>
        <source>It is not certain whether the reply to {name} has gone out. Please look.</source>
        <translation>{name}: неясно, ушёл ли ответ. Посмотрите, пожалуйста.</translation>
    </message>
    <message>
        <source>The reply to {name} is paused: they wrote again.</source>
        <translation>{name}: ответ на паузе, вам снова написали.</translation>
    </message>
    <message>
        <source>The reply to {name} is paused: an answer has gone out from another place.</source>
        <translation>{name}: ответ на паузе, на письмо уже ответили из другого места.</translation>
    </message>
    <message>
        <source>The reply to {name} is paused: their order has changed.</source>
        <translation>{name}: ответ на паузе, заказ изменился.</translation>
    </message>
    <message>
        <source>The reply to {name} is paused: a file that goes with it is missing.</source>
        <translation>Ответ ({name}) на паузе: не хватает файла, который идёт с ним.</translation>
    </message>
    <message>
        <source>The reply to {name} is paused until you decide.</source>
        <translation>{name}: ответ на паузе, пока вы не решите.</translation>
    </message>
    <message>
        <source>a customer</source>
        <translation>Покупатель</translation>
    </message>
    <message>
        <source>You have stopped all outgoing mail, and that stays so.</source>
        <translation>Вы остановили отправку, так и останется.</translation>
    </message>
    <message>
        <source>Replies still go out while this window is closed: the postman runs without it.</source>
        <translation>Пока окно закрыто, ответы отправляет фоновый почтальон.</translation>
    </message>
    <message>
        <source>Nothing goes out while Soft Answer is closed.</source>
        <translation>Пока Soft Answer закрыт, ничего не уйдёт.</translation>
    </message>
    <message>
        <source>One reply cools until {time}. If Soft Answer is closed then, it waits to be read at the next start.</source>
        <translation>Один ответ остывает до {time}. Если он остынет без вас, то дождётся следующего запуска, и вы его перечитаете.</translation>
    </message>
    <message numerus="yes">
        <source>%n replies cool, the last one until {time}. Those that have cooled down wait to be read at the next start.</source>
        <translation>
            <numerusform>%n ответ остывает, последний до {time}. Остывшие дождутся следующего запуска, и вы их перечитаете.</numerusform>
            <numerusform>%n ответа остывают, последний до {time}. Остывшие дождутся следующего запуска, и вы их перечитаете.</numerusform>
            <numerusform>%n ответов остывают, последний до {time}. Остывшие дождутся следующего запуска, и вы их перечитаете.</numerusform>
        </translation>
    </message>
    <message>
        <source>One reply that goes out by itself waits for the next start.</source>
        <translation>Один ответ, который уходит сам, подождёт следующего запуска.</translation>
    </message>
    <message numerus="yes">
        <source>%n replies that go out by themselves wait for the next start.</source>
        <translation>
            <numerusform>%n ответ, который уходит сам, подождёт следующего запуска.</numerusform>
            <numerusform>%n ответа, которые уходят сами, подождут следующего запуска.</numerusform>
            <numerusform>%n ответов, которые уходят сами, подождут следующего запуска.</numerusform>
        </translation>
    </message>
    <message>
        <source>One reply goes out by itself when it has cooled down.</source>
        <translation>Один ответ уйдёт сам, когда остынет.</translation>
    </message>
    <message numerus="yes">
        <source>%n replies go out by themselves when they have cooled down.</source>
        <translation>
            <numerusform>%n ответ уйдёт сам, когда остынет.</numerusform>
            <numerusform>%n ответа уйдут сами, когда остынут.</numerusform>
            <numerusform>%n ответов уйдут сами, когда остынут.</numerusform>
        </translation>
    </message>
    <message>
        <source>One reply has been read but not sent yet. It stays here.</source>
        <translation>Один ответ перечитан, но ещё не отправлен. Он останется здесь.</translation>
    </message>
    <message numerus="yes">
        <source>%n replies have been read but not sent yet. They stay here.</source>
        <translation>
            <numerusform>%n ответ перечитан, но ещё не отправлен. Он останется здесь.</numerusform>
            <numerusform>%n ответа перечитаны, но ещё не отправлены. Они останутся здесь.</numerusform>
            <numerusform>%n ответов перечитано, но ещё не отправлено. Они останутся здесь.</numerusform>
        </translation>
    </message>
    <message>
        <source>One reply has been read but not sent yet. It goes out meanwhile.</source>
        <translation>Один ответ перечитан, но ещё не отправлен. Он уйдёт и при закрытом окне.</translation>
    </message>
    <message numerus="yes">
        <source>%n replies have been read but not sent yet. They go out meanwhile.</source>
        <translation>
            <numerusform>%n ответ перечитан, но ещё не отправлен. Он уйдёт и при закрытом окне.</numerusform>
            <numerusform>%n ответа перечитаны, но ещё не отправлены. Они уйдут и при закрытом окне.</numerusform>
            <numerusform>%n ответов перечитано, но ещё не отправлено. Они уйдут и при закрытом окне.</numerusform>
        </translation>
    </message>
    <message>
        <source>One reply has been read but not sent yet. It goes out at the next start; if that is more than 12 hours away, you are asked to read it again.</source>
        <translation>Один ответ перечитан, но ещё не отправлен. Он уйдёт при следующем запуске; если пройдёт больше 12 часов, вы перечитаете его ещё раз.</translation>
    </message>
    <message numerus="yes">
        <source>%n replies have been read but not sent yet. They go out at the next start; if that is more than 12 hours away, you are asked to read them again.</source>
        <translation>
            <numerusform>%n ответ перечитан, но ещё не отправлен. Он уйдёт при следующем запуске; если пройдёт больше 12 часов, вы перечитаете его ещё раз.</numerusform>
            <numerusform>%n ответа перечитаны, но ещё не отправлены. Они уйдут при следующем запуске; если пройдёт больше 12 часов, вы перечитаете их ещё раз.</numerusform>
            <numerusform>%n ответов перечитано, но ещё не отправлено. Они уйдут при следующем запуске; если пройдёт больше 12 часов, вы перечитаете их ещё раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>One reply has cooled down. It waits for you to read it again.</source>
        <translation>Один ответ остыл. Он ждёт, когда вы его перечитаете.</translation>
    </message>
    <message numerus="yes">
        <source>%n replies have cooled down. They wait for you to read them again.</source>
        <translation>
            <numerusform>%n ответ остыл. Он ждёт, когда вы его перечитаете.</numerusform>
            <numerusform>%n ответа остыли. Они ждут, когда вы их перечитаете.</numerusform>
            <numerusform>%n ответов остыли. Они ждут, когда вы их перечитаете.</numerusform>
        </translation>
    </message>
    <message>
        <source>One reply is being handed to the mail server. That is finished first.</source>
        <translation>Один ответ как раз уходит на почтовый сервер. Программа этого дождётся.</translation>
    </message>
    <message numerus="yes">
        <source>%n replies are being handed to the mail server. That is finished first.</source>
        <translation>
            <numerusform>%n ответ как раз уходит на почтовый сервер. Программа этого дождётся.</numerusform>
            <numerusform>%n ответа как раз уходят на почтовый сервер. Программа этого дождётся.</numerusform>
            <numerusform>%n ответов как раз уходят на почтовый сервер. Программа этого дождётся.</numerusform>
        </translation>
    </message>
    <message>
        <source>One reply is paused. It stays until you decide.</source>
        <translation>Один ответ на паузе. Он подождёт вашего решения.</translation>
    </message>
    <message numerus="yes">
        <source>%n replies are paused. They stay until you decide.</source>
        <translation>
            <numerusform>%n ответ на паузе. Он подождёт вашего решения.</numerusform>
            <numerusform>%n ответа на паузе. Они подождут вашего решения.</numerusform>
            <numerusform>%n ответов на паузе. Они подождут вашего решения.</numerusform>
        </translation>
    </message>
    <message>
        <source>One reply was refused by the mail server. It stays until you decide.</source>
        <translation>Один ответ почтовый сервер не принял. Он подождёт вашего решения.</translation>
    </message>
    <message numerus="yes">
        <source>%n replies were refused by the mail server. They stay until you decide.</source>
        <translation>
            <numerusform>%n ответ почтовый сервер не принял. Он подождёт вашего решения.</numerusform>
            <numerusform>%n ответа почтовый сервер не принял. Они подождут вашего решения.</numerusform>
            <numerusform>%n ответов почтовый сервер не принял. Они подождут вашего решения.</numerusform>
        </translation>
    </message>
    <message>
        <source>One reply was perhaps sent. It stays until you have looked.</source>
        <translation>Один ответ, возможно, ушёл. Он подождёт, пока вы не проверите.</translation>
    </message>
    <message numerus="yes">
        <source>%n replies were perhaps sent. They stay until you have looked.</source>
        <translation>
            <numerusform>%n ответ, возможно, ушёл. Он подождёт, пока вы не проверите.</numerusform>
            <numerusform>%n ответа, возможно, ушли. Они подождут, пока вы не проверите.</numerusform>
            <numerusform>%n ответов, возможно, ушли. Они подождут, пока вы не проверите.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 reply cools</source>
        <translation>1 ответ остывает</translation>
    </message>
    <message numerus="yes">
        <source>%n replies cool</source>
        <translation>
            <numerusform>%n ответ остывает</numerusform>
            <numerusform>%n ответа остывают</numerusform>
            <numerusform>%n ответов остывают</numerusform>
        </translation>
    </message>
    <message>
        <source>1 is ready to be read</source>
        <translation>1 ответ пора перечитать</translation>
    </message>
    <message numerus="yes">
        <source>%n are ready to be read</source>
        <translation>
            <numerusform>%n ответ пора перечитать</numerusform>
            <numerusform>%n ответа пора перечитать</numerusform>
            <numerusform>%n ответов пора перечитать</numerusform>
        </translation>
    </message>
    <message>
        <source>1 is on its way</source>
        <translation>1 ответ уходит</translation>
    </message>
    <message numerus="yes">
        <source>%n are on their way</source>
        <translation>
            <numerusform>%n ответ уходит</numerusform>
            <numerusform>%n ответа уходят</numerusform>
            <numerusform>%n ответов уходят</numerusform>
        </translation>
    </message>
    <message>
        <source>1 reply needs you</source>
        <translation>1 ответ ждёт вас</translation>
    </message>
    <message numerus="yes">
        <source>%n replies need you</source>
        <translation>
            <numerusform>%n ответ ждёт вас</numerusform>
            <numerusform>%n ответа ждут вас</numerusform>
            <numerusform>%n ответов ждут вас</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>No printer is set up on this computer. Set one up in its settings, or save the letter as a PDF.</source>
        <translation>На этом компьютере не настроен принтер. Настройте его в параметрах системы или сохраните письмо в PDF.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить в PDF</translation>
    </message>
    <message>
        <source>Stopped. Nothing was printed or saved.</source>
        <translation>Остановлено. Ничего не напечатано и не сохранено.</translation>
    </message>
    <message>
        <source>Open a letter first.</source>
        <translation>Сначала откройте письмо.</translation>
    </message>
    <message>
        <source>Another document is still being made. Wait a moment.</source>
        <translation>Другой документ ещё готовится. Немного подождите.</translation>
    </message>
    <message>
        <source>The printer does not answer. Look whether it is on, and try again.</source>
        <translation>Принтер не отвечает. Проверьте, включён ли он, и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The pages are being made.</source>
        <translation>Страницы готовятся.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>The pages are with the printer.</source>
        <translation>Страницы отправлены на принтер.</translation>
    </message>
    <message>
        <source>Saved as {names}.</source>
        <translation>Сохранено: {names}.</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}. Choose another folder, or make room.</source>
        <translation>Не удалось записать {name}: {reason}. Выберите другую папку или освободите место.</translation>
    </message>
</context>
<context>
    <name>ProblemBar</name>
    <message>
        <source>Put this away</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>PutOffChooser</name>
    <message>
        <source>Back to “Needs answer” now</source>
        <translation>Вернуть в «Ждут ответа» сейчас</translation>
    </message>
    <message>
        <source>Say that you are looking into it</source>
        <translation>Написать, что вы разбираетесь</translation>
    </message>
    <message>
        <source>A short reply that you are looking into it lets them wait calmly.</source>
        <translation>Напишите коротко, что вы разбираетесь: ждать им станет спокойнее.</translation>
    </message>
    <message>
        <source>Later today</source>
        <translation>Сегодня, но позже</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Завтра утром</translation>
    </message>
    <message>
        <source>Monday morning</source>
        <translation>В понедельник утром</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Через неделю</translation>
    </message>
    <message>
        <source>A day and time of your own</source>
        <translation>Свои день и час</translation>
    </message>
</context>
<context>
    <name>PuttingOff</name>
    <message>
        <source>Its reply waits for you: look at it in Cooling first.</source>
        <translation>Ответ на него ждёт вас: сначала загляните в «Остывают».</translation>
    </message>
    <message>
        <source>Nobody waits for an answer here: there is nothing to put off.</source>
        <translation>Здесь никто не ждёт ответа: откладывать нечего.</translation>
    </message>
    <message>
        <source>Put off until {time}. Undo with {keys}.</source>
        <translation>Отложено до {time}. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>Put off until {time}: {count} letters. Undo with {keys}.</source>
        <translation>Отложено до {time}, писем: {count}. Отменить: {keys}.</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Диск</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Неизвестно</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Где:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Вид файлов:</translation>
    </message>
</context>
<context>
    <name>QuietField</name>
    <message>
        <source>Nothing leaves at night</source>
        <translation>Ночью ничего не отправлять</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С какого часа</translation>
    </message>
    <message>
        <source>To</source>
        <translation>До какого часа</translation>
    </message>
    <message>
        <source>By whose clock</source>
        <translation>По чьим часам</translation>
    </message>
    <message>
        <source>by my clock</source>
        <translation>по моим часам</translation>
    </message>
    <message>
        <source>by the customer&apos;s clock</source>
        <translation>по часам покупателя</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>Needs answer</source>
        <translation>Ждут ответа</translation>
    </message>
    <message>
        <source>Cooling</source>
        <translation>Остывают</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Слово за ними</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Отложены</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>Добрые слова</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Со звёздочкой</translation>
    </message>
    <message>
        <source>All mail</source>
        <translation>Вся почта</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Заказы</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Opening…</source>
        <translation>Открывается…</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Никто не ждёт.</translation>
    </message>
    <message>
        <source>No letter fits. Esc empties the search.</source>
        <translation>Ни одно письмо не подходит. Esc очищает поиск.</translation>
    </message>
    <message>
        <source>No letter is here now.</source>
        <translation>Писем здесь сейчас нет.</translation>
    </message>
    <message>
        <source>A new letter to {name}</source>
        <translation>Новое письмо: {name}</translation>
    </message>
    <message>
        <source>It is not sent yet. “Reply” goes on with it, “Move to Trash” throws it away.</source>
        <translation>Оно ещё не отправлено. «Ответить» продолжит его, «Переместить в корзину» — выбросит.</translation>
    </message>
    <message>
        <source>New letters appear here by themselves.</source>
        <translation>Новые письма появятся здесь сами.</translation>
    </message>
    <message>
        <source>Add one, and its letters appear here.</source>
        <translation>Добавьте его, и письма появятся здесь.</translation>
    </message>
    <message>
        <source>There is no account yet.</source>
        <translation>Почтового ящика пока нет.</translation>
    </message>
    <message>
        <source>Try it out: a letter to yourself cools down, is read again, goes out and comes back.</source>
        <translation>Можно попробовать: письмо на ваш же адрес остынет, вы его перечитаете, оно уйдёт и вернётся.</translation>
    </message>
</context>
<context>
    <name>Refund</name>
    <message>
        <source>Never came</source>
        <translation>Не пришло</translation>
    </message>
    <message>
        <source>Came too late</source>
        <translation>Пришло слишком поздно</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Повреждено</translation>
    </message>
    <message>
        <source>Not as described</source>
        <translation>Не по описанию</translation>
    </message>
    <message>
        <source>Changed their mind</source>
        <translation>Передумали</translation>
    </message>
    <message>
        <source>Nothing (yet)</source>
        <translation>Ничего (пока)</translation>
    </message>
    <message>
        <source>The book, as sent</source>
        <translation>Книга в порядке</translation>
    </message>
    <message>
        <source>The book, too late</source>
        <translation>Книга, с опозданием</translation>
    </message>
    <message>
        <source>The book, worn</source>
        <translation>Книга потрёпана</translation>
    </message>
    <message>
        <source>Book {number}</source>
        <translation>Книга {number}</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Книга</translation>
    </message>
    <message>
        <source>Postage</source>
        <translation>Пересылка</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Налог</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Обратная пересылка</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Сбор</translation>
    </message>
    <message>
        <source>Card cost</source>
        <translation>Комиссия банка</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Предел</translation>
    </message>
    <message>
        <source>The law of the customer&apos;s country</source>
        <translation>Закон страны покупателя</translation>
    </message>
    <message>
        <source>Your own shop</source>
        <translation>Ваш магазин</translation>
    </message>
    <message>
        <source>{channel}: no fee, for the customer is not the cause of this return.</source>
        <translation>{channel}: без сбора, ведь причина возврата не в покупателе.</translation>
    </message>
    <message>
        <source>{channel}: no fee for a book that comes back like this.</source>
        <translation>{channel}: за книгу, вернувшуюся так, сбора нет.</translation>
    </message>
    <message>
        <source>{channel}: the fee is cut to what is allowed.</source>
        <translation>{channel}: сбор уменьшен до разрешённого.</translation>
    </message>
    <message>
        <source>{channel}: the postage goes back too.</source>
        <translation>{channel}: пересылка тоже возвращается.</translation>
    </message>
    <message>
        <source>{channel}: the postage may be kept. Giving it back is your choice.</source>
        <translation>{channel}: пересылку можно не возвращать. Вернуть её — ваш выбор.</translation>
    </message>
    <message>
        <source>{channel}: you pay the way back.</source>
        <translation>{channel}: обратную пересылку оплачиваете вы.</translation>
    </message>
    <message>
        <source>{channel}: the customer pays the way back.</source>
        <translation>{channel}: обратную пересылку оплачивает покупатель.</translation>
    </message>
    <message>
        <source>{channel}: a part may be smaller, or it is the whole price.</source>
        <translation>{channel}: доля может быть меньше, иначе — вся цена.</translation>
    </message>
    <message>
        <source>Pay it when the book is back.</source>
        <translation>Платите, когда книга вернётся.</translation>
    </message>
    <message>
        <source>Your terms take no returns for a change of mind: it is a kindness.</source>
        <translation>По вашим условиям передумавшим не возвращают: это любезность.</translation>
    </message>
    <message>
        <source>No more than is left of the payment.</source>
        <translation>Не больше, чем осталось от оплаты.</translation>
    </message>
</context>
<context>
    <name>RefundCalculator</name>
    <message>
        <source>Work out a refund</source>
        <translation>Рассчитать возврат</translation>
    </message>
    <message>
        <source>Put it into the reply</source>
        <translation>Вставить в ответ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>The whole order</source>
        <translation>Весь заказ</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Всего</translation>
    </message>
    <message>
        <source>From your own terms in Preferences</source>
        <translation>Из ваших условий в настройках</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Вернулось</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>Part of price</source>
        <translation>Доля цены</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Сбор</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Обратная пересылка</translation>
    </message>
    <message>
        <source>A reckoning only: nothing is paid or sent by it.</source>
        <translation>Это только расчёт: он ничего не платит и не отправляет.</translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message>
        <source>The account of this letter was removed.</source>
        <translation>Ящик, на который пришло это письмо, удалён.</translation>
    </message>
    <message>
        <source>The reply is empty. Write it first.</source>
        <translation>Ответ пуст. Сначала напишите его.</translation>
    </message>
    <message>
        <source>The letter has no subject. Write one first.</source>
        <translation>У письма нет темы. Сначала напишите её.</translation>
    </message>
    <message>
        <source>The reply can&apos;t be held yet: {places}</source>
        <translation>Ответ пока нельзя поставить остывать: {places}</translation>
    </message>
    <message>
        <source>There is no letter of a customer in {number}.</source>
        <translation>В переписке {number} нет письма покупателя.</translation>
    </message>
    <message>
        <source>There is no message {number}. &apos;softanswer messages&apos; shows them.</source>
        <translation>Письма {number} нет. Их список: «softanswer messages».</translation>
    </message>
    <message>
        <source>There is no case {number}. &apos;softanswer cases&apos; shows them.</source>
        <translation>Обращения {number} нет. Их список: «softanswer cases».</translation>
    </message>
    <message>
        <source>There is no conversation {number}.</source>
        <translation>Переписки {number} нет.</translation>
    </message>
    <message>
        <source>{address} is no address of the account {account}. Add it there in Preferences, or choose one that it has.</source>
        <translation>У ящика {account} нет адреса {address}. Добавьте его в настройках или выберите из тех, что есть.</translation>
    </message>
    <message>
        <source>Answer the letter in the account {account}.</source>
        <translation>Ответьте на это письмо из ящика {account}.</translation>
    </message>
    <message>
        <source>The buyer wrote to {address}, and the marketplace takes an answer from no other address.</source>
        <translation>Покупатель писал на {address}, и с других адресов площадка ответа не примет.</translation>
    </message>
    <message>
        <source>The marketplace knows you as {address}, and takes an answer from no other address.</source>
        <translation>Площадка знает вас по адресу {address} и с других ответа не примет.</translation>
    </message>
    <message>
        <source>The attachment “{name}” is not in the profile folder any more. Attach the file again before the reply goes out.</source>
        <translation>Вложения «{name}» больше нет в папке профиля. Приложите файл заново, прежде чем ответ уйдёт.</translation>
    </message>
    <message>
        <source>The attachment “{name}” in the profile folder is damaged. Attach the file again before the reply goes out.</source>
        <translation>Вложение «{name}» в папке профиля повреждено. Приложите файл заново, прежде чем ответ уйдёт.</translation>
    </message>
    <message>
        <source>“{name}” is empty. Choose another file.</source>
        <translation>Файл «{name}» пуст. Выберите другой.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be kept in the profile folder: {error}. Make room on the disk, then attach it again.</source>
        <translation>Файл «{name}» не удалось сохранить в папке профиля: {error}. Освободите место на диске и приложите его ещё раз.</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Attach the files in it.</source>
        <translation>«{name}» — это папка. Приложите файлы из неё.</translation>
    </message>
    <message>
        <source>“{name}” is no ordinary file. Choose another one.</source>
        <translation>«{name}» — не обычный файл. Выберите другой.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be read: {error}. Look whether it is still there, then attach it again.</source>
        <translation>Файл «{name}» не читается: {error}. Проверьте, на месте ли он, и приложите его ещё раз.</translation>
    </message>
    <message>
        <source>{service} takes at most {count} files with one letter. Send “{name}” with another letter.</source>
        <translation>{service} принимает с одним письмом не больше файлов, чем {count}. Отправьте «{name}» другим письмом.</translation>
    </message>
    <message>
        <source>Your mail server</source>
        <translation>Ваш почтовый сервер</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t go with a letter to {service}, which takes {endings} only. Save it as one of these, then attach that.</source>
        <translation>Файл «{name}» нельзя отправить через {service}: там принимают только {endings}. Сохраните его в одном из этих видов и приложите.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be attached: mail servers turn .{ending} files away, for they can be programs. Send a picture or a PDF of it.</source>
        <translation>Файл «{name}» нельзя приложить: почтовые серверы не пропускают такие файлы (.{ending}), ведь это могут быть программы. Отправьте снимок или PDF.</translation>
    </message>
    <message>
        <source>With “{name}” the letter would have {size} MB, and {service} takes {most} MB. Make the file smaller, or send it with another letter.</source>
        <translation>С файлом «{name}» в письме будет {size} МБ, а {service} принимает до {most} МБ. Уменьшите файл или отправьте его другим письмом.</translation>
    </message>
    <message>
        <source>your mail server</source>
        <translation>ваш почтовый сервер</translation>
    </message>
    <message>
        <source>“{name}” has more than {most} MB; no mail server takes that. Make it smaller first.</source>
        <translation>В файле «{name}» больше {most} МБ, столько не примет ни один почтовый сервер. Сначала уменьшите его.</translation>
    </message>
    <message>
        <source>This letter is held. Take it back first, then throw it away.</source>
        <translation>Это письмо остывает. Сначала верните его, потом выбросьте.</translation>
    </message>
    <message>
        <source>A letter goes to one address here. Left out: {others}.</source>
        <translation>Письмо уходит на один адрес. Пропущено: {others}.</translation>
    </message>
    <message>
        <source>There is nothing here that can be put off now.</source>
        <translation>Сейчас здесь нечего отложить.</translation>
    </message>
    <message>
        <source>That time is past: choose a later one.</source>
        <translation>Это время уже прошло: выберите более позднее.</translation>
    </message>
    <message>
        <source>An answer to the complaint is owed before then: choose an earlier time.</source>
        <translation>Ответить на жалобу нужно раньше: выберите более раннее время.</translation>
    </message>
</context>
<context>
    <name>ReplyEditor</name>
    <message>
        <source>Your reply</source>
        <translation>Ваш ответ</translation>
    </message>
    <message>
        <source>Write your answer, or take a suggestion.</source>
        <translation>Напишите ответ или возьмите подсказку.</translation>
    </message>
</context>
<context>
    <name>ReplyWords</name>
    <message>
        <source>{index} of {count}</source>
        <translation>{index} из {count}</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to mend first.</source>
        <translation>
            <numerusform>Сначала исправьте %n место.</numerusform>
            <numerusform>Сначала исправьте %n места.</numerusform>
            <numerusform>Сначала исправьте %n мест.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Пока ничего не написано.</translation>
    </message>
    <message>
        <source>It goes into its hold.</source>
        <translation>Ответ ставится остывать.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) must be mended</source>
        <translation>
            <numerusform>%n место надо исправить</numerusform>
            <numerusform>%n места надо исправить</numerusform>
            <numerusform>%n мест надо исправить</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to mend</source>
        <translation>
            <numerusform>%n замечание</numerusform>
            <numerusform>%n замечания</numerusform>
            <numerusform>%n замечаний</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of advice</source>
        <translation>
            <numerusform>%n совет</numerusform>
            <numerusform>%n совета</numerusform>
            <numerusform>%n советов</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to mend</source>
        <translation>Замечаний нет</translation>
    </message>
    <message>
        <source>1 fact agrees with the order</source>
        <translation>1 факт сходится с заказом</translation>
    </message>
    <message numerus="yes">
        <source>%n facts agree with the order</source>
        <translation>
            <numerusform>%n факт сходится с заказом</numerusform>
            <numerusform>%n факта сходятся с заказом</numerusform>
            <numerusform>%n фактов сходятся с заказом</numerusform>
        </translation>
    </message>
    <message>
        <source>1 fact is not in the order</source>
        <translation>1 факта в заказе нет</translation>
    </message>
    <message numerus="yes">
        <source>%n facts are not in the order</source>
        <translation>
            <numerusform>%n факта в заказе нет</numerusform>
            <numerusform>%n фактов в заказе нет</numerusform>
            <numerusform>%n фактов в заказе нет</numerusform>
        </translation>
    </message>
    <message>
        <source>As in the order</source>
        <translation>Как в заказе</translation>
    </message>
    <message>
        <source>The order does not say this</source>
        <translation>В заказе этого нет</translation>
    </message>
    <message numerus="yes">
        <source>%n set aside by you</source>
        <translation>
            <numerusform>Оставлено вами: %n</numerusform>
            <numerusform>Оставлено вами: %n</numerusform>
            <numerusform>Оставлено вами: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n слово</numerusform>
            <numerusform>%n слова</numerusform>
            <numerusform>%n слов</numerusform>
        </translation>
    </message>
    <message>
        <source>{words}, rather long</source>
        <translation>{words}, длинновато</translation>
    </message>
    <message>
        <source>some heat</source>
        <translation>сгоряча</translation>
    </message>
    <message>
        <source>much heat</source>
        <translation>совсем сгоряча</translation>
    </message>
    <message>
        <source>Suggestions ({count})</source>
        <translation>Подсказки ({count})</translation>
    </message>
    <message>
        <source>{name} · yours</source>
        <translation>{name} · ваш шаблон</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>пока ничего</translation>
    </message>
    <message>
        <source>a part of the price</source>
        <translation>часть цены</translation>
    </message>
    <message>
        <source>the postage they paid</source>
        <translation>оплаченная доставка</translation>
    </message>
    <message>
        <source>the price</source>
        <translation>цена</translation>
    </message>
    <message>
        <source>the postage of a parcel</source>
        <translation>пересылка посылки</translation>
    </message>
    <message>
        <source>{sum} and a parcel</source>
        <translation>{sum} и пересылка</translation>
    </message>
    <message>
        <source>Costs you {sum}</source>
        <translation>Вам это стоит: {sum}</translation>
    </message>
    <message>
        <source>Costs you {sum} at most</source>
        <translation>Вам это стоит не больше: {sum}</translation>
    </message>
    <message>
        <source>regret</source>
        <translation>сожаление</translation>
    </message>
    <message>
        <source>responsibility</source>
        <translation>ответственность</translation>
    </message>
    <message>
        <source>the wait is owned</source>
        <translation>признана задержка ответа</translation>
    </message>
    <message>
        <source>facts of the parcel</source>
        <translation>факты о посылке</translation>
    </message>
    <message>
        <source>remedy with its day</source>
        <translation>решение со сроком</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>шаги</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>ответ</translation>
    </message>
    <message>
        <source>thanks</source>
        <translation>благодарность</translation>
    </message>
    <message>
        <source>From: {name}</source>
        <translation>От: {name}</translation>
    </message>
    <message>
        <source>To: {name}</source>
        <translation>Кому: {name}</translation>
    </message>
    <message>
        <source>Subject: {subject}</source>
        <translation>Тема: {subject}</translation>
    </message>
    <message>
        <source>Attached: {names}</source>
        <translation>Вложено: {names}</translation>
    </message>
    <message>
        <source>The same in English</source>
        <translation>То же по-английски</translation>
    </message>
    <message>
        <source>The same in Russian</source>
        <translation>То же по-русски</translation>
    </message>
    <message>
        <source>The same in German</source>
        <translation>То же по-немецки</translation>
    </message>
    <message>
        <source>The same in French</source>
        <translation>То же по-французски</translation>
    </message>
    <message>
        <source>The same in Spanish</source>
        <translation>То же по-испански</translation>
    </message>
    <message>
        <source>Both letters state the same facts.</source>
        <translation>В обоих письмах одни и те же факты.</translation>
    </message>
    <message>
        <source>Only in your reply: {facts}.</source>
        <translation>Только в вашем ответе: {facts}.</translation>
    </message>
    <message>
        <source>Only here: {facts}.</source>
        <translation>Только здесь: {facts}.</translation>
    </message>
    <message>
        <source>Not known: {facts}</source>
        <translation>Неизвестно: {facts}</translation>
    </message>
    <message>
        <source>Address put right</source>
        <translation>Исправить адрес</translation>
    </message>
    <message>
        <source>A search for another copy</source>
        <translation>Поиск другого экземпляра</translation>
    </message>
    <message>
        <source>An answer by a date</source>
        <translation>Ответить к сроку</translation>
    </message>
    <message>
        <source>The call put in writing</source>
        <translation>Письмо после звонка</translation>
    </message>
    <message>
        <source>An answer to each point</source>
        <translation>Ответ на каждый пункт</translation>
    </message>
    <message>
        <source>Fees paid back</source>
        <translation>Сбор за ваш счёт</translation>
    </message>
    <message>
        <source>A new password</source>
        <translation>Новый пароль</translation>
    </message>
    <message>
        <source>Dates, numbers and the money</source>
        <translation>Даты, номера и деньги</translation>
    </message>
    <message>
        <source>No refund, sold again for them</source>
        <translation>Без возврата, продажа за них</translation>
    </message>
    <message>
        <source>Fees looked into</source>
        <translation>Разобраться со сборами</translation>
    </message>
    <message>
        <source>The missing part sent after</source>
        <translation>Дослать недостающее</translation>
    </message>
    <message>
        <source>An answer</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Payment looked up</source>
        <translation>Найти платёж</translation>
    </message>
    <message>
        <source>Posted, or refunded</source>
        <translation>Отправить или вернуть деньги</translation>
    </message>
    <message>
        <source>Postage back</source>
        <translation>Вернуть стоимость доставки</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Вернуть деньги</translation>
    </message>
    <message>
        <source>Refund when the time is out</source>
        <translation>Вернуть деньги, когда выйдет срок</translation>
    </message>
    <message>
        <source>Refund now, before the time is out</source>
        <translation>Вернуть деньги сразу, до конца срока</translation>
    </message>
    <message>
        <source>Refund if it does not come</source>
        <translation>Вернуть деньги, если не дойдёт</translation>
    </message>
    <message>
        <source>Refund on return</source>
        <translation>Вернуть деньги после возврата книги</translation>
    </message>
    <message>
        <source>Refund or a search, as they like</source>
        <translation>Вернуть деньги или искать, на их выбор</translation>
    </message>
    <message>
        <source>Refund, they keep the book</source>
        <translation>Вернуть деньги, книгу не забирать</translation>
    </message>
    <message>
        <source>Sent again, or refunded</source>
        <translation>Послать ещё раз или вернуть деньги</translation>
    </message>
    <message>
        <source>Return or part refund, as they like</source>
        <translation>Возврат книги или части денег, на их выбор</translation>
    </message>
    <message>
        <source>The right book</source>
        <translation>Прислать ту самую книгу</translation>
    </message>
    <message>
        <source>A search for the parcel</source>
        <translation>Разыскать посылку</translation>
    </message>
    <message>
        <source>A working copy</source>
        <translation>Прислать исправный файл</translation>
    </message>
    <message>
        <source>The order number asked for</source>
        <translation>Вопрос о номере заказа</translation>
    </message>
    <message>
        <source>A first word now</source>
        <translation>Первое слово уже сейчас</translation>
    </message>
    <message>
        <source>Refund for a lost parcel</source>
        <translation>Деньги за пропавшую посылку</translation>
    </message>
    <message>
        <source>A full answer by a date</source>
        <translation>Полный ответ к сроку</translation>
    </message>
    <message>
        <source>Thanks, and an answer by a date</source>
        <translation>Спасибо и ответ к сроку</translation>
    </message>
    <message>
        <source>Thanks: they owe nothing</source>
        <translation>Спасибо: они ничего не должны</translation>
    </message>
    <message>
        <source>Thanks</source>
        <translation>Спасибо</translation>
    </message>
    <message>
        <source>An answer once the book was looked at</source>
        <translation>Ответ, когда книга осмотрена</translation>
    </message>
    <message>
        <source>Where the parcel is</source>
        <translation>Где посылка</translation>
    </message>
    <message>
        <source>A calm answer by a date</source>
        <translation>Спокойный ответ к сроку</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>состояние</translation>
    </message>
    <message>
        <source>last day of delivery</source>
        <translation>последний день доставки</translation>
    </message>
    <message>
        <source>order number</source>
        <translation>номер заказа</translation>
    </message>
    <message>
        <source>date of the order</source>
        <translation>дата заказа</translation>
    </message>
    <message>
        <source>date of posting</source>
        <translation>дата отправки</translation>
    </message>
    <message>
        <source>postal service</source>
        <translation>служба доставки</translation>
    </message>
    <message>
        <source>title</source>
        <translation>название</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>сумма</translation>
    </message>
    <message>
        <source>own it</source>
        <translation>взять на себя</translation>
    </message>
    <message>
        <source>explain kindly</source>
        <translation>объяснить по-доброму</translation>
    </message>
    <message>
        <source>firm and kind</source>
        <translation>твёрдо, но по-доброму</translation>
    </message>
    <message>
        <source>set a boundary</source>
        <translation>обозначить границу</translation>
    </message>
    <message>
        <source>share the joy</source>
        <translation>порадоваться вместе</translation>
    </message>
    <message>
        <source>Puts the blame on them</source>
        <translation>Винит покупателя</translation>
    </message>
    <message>
        <source>An apology with an if</source>
        <translation>Извинение с «если»</translation>
    </message>
    <message>
        <source>A weak apology</source>
        <translation>Слабое извинение</translation>
    </message>
    <message>
        <source>An excuse</source>
        <translation>Оправдание</translation>
    </message>
    <message>
        <source>A worn phrase</source>
        <translation>Избитая фраза</translation>
    </message>
    <message>
        <source>Pushes it on to others</source>
        <translation>Кивает на других</translation>
    </message>
    <message>
        <source>No word of regret yet</source>
        <translation>Пока нет слов сожаления</translation>
    </message>
    <message>
        <source>Nobody owns it yet</source>
        <translation>Никто пока не взял это на себя</translation>
    </message>
    <message>
        <source>No remedy yet</source>
        <translation>Пока не сказано, как исправить</translation>
    </message>
    <message>
        <source>What should they do?</source>
        <translation>Что им делать?</translation>
    </message>
    <message>
        <source>A promise without a date</source>
        <translation>Обещание без даты</translation>
    </message>
    <message>
        <source>Sounds sarcastic</source>
        <translation>Звучит как издёвка</translation>
    </message>
    <message>
        <source>An insult</source>
        <translation>Оскорбление</translation>
    </message>
    <message>
        <source>A threat</source>
        <translation>Угроза</translation>
    </message>
    <message>
        <source>Reads like shouting</source>
        <translation>Похоже на крик</translation>
    </message>
    <message>
        <source>Talks down to them</source>
        <translation>Разговор свысока</translation>
    </message>
    <message>
        <source>Hides behind a rule</source>
        <translation>Прячется за правилом</translation>
    </message>
    <message>
        <source>Too familiar a name</source>
        <translation>Слишком фамильярно</translation>
    </message>
    <message>
        <source>Gives private data away</source>
        <translation>Выдаёт личные данные</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Слишком длинно</translation>
    </message>
    <message>
        <source>Doubts their word</source>
        <translation>Не верит их слову</translation>
    </message>
    <message>
        <source>Defends itself</source>
        <translation>Защищается</translation>
    </message>
    <message>
        <source>A gap still to fill</source>
        <translation>Незаполненное место</translation>
    </message>
    <message>
        <source>Does not match the order</source>
        <translation>Расходится с заказом</translation>
    </message>
    <message>
        <source>Not allowed on this marketplace</source>
        <translation>Нельзя на этой площадке</translation>
    </message>
    <message>
        <source>The attachment is missing</source>
        <translation>Нет вложения</translation>
    </message>
    <message>
        <source>The wait is not owned yet</source>
        <translation>О долгом ожидании ни слова</translation>
    </message>
    <message>
        <source>Against your own rule</source>
        <translation>Против вашего правила</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Орфография</translation>
    </message>
</context>
<context>
    <name>SavedDialog</name>
    <message>
        <source>Save a search</source>
        <translation>Сохранить поиск</translation>
    </message>
    <message>
        <source>Change the saved search</source>
        <translation>Изменить сохранённый поиск</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Keep the search</source>
        <translation>Сохранить поиск</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>На сегодня</translation>
    </message>
    <message>
        <source>due:today</source>
        <translation>срок:сегодня</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Просрочено</translation>
    </message>
    <message>
        <source>due:overdue</source>
        <translation>срок:просрочено</translation>
    </message>
    <message>
        <source>Angry letters</source>
        <translation>Гневные письма</translation>
    </message>
    <message>
        <source>heat:2..3 state:needs-answer</source>
        <translation>накал:2..3 состояние:ждут-ответа</translation>
    </message>
    <message>
        <source>Money asked back</source>
        <translation>Просят вернуть деньги</translation>
    </message>
    <message>
        <source>kind:refund-request state:needs-answer</source>
        <translation>вид:вернуть-деньги состояние:ждут-ответа</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>has:promise</source>
        <translation>есть:обещание</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Непрочитанные</translation>
    </message>
    <message>
        <source>is:unread</source>
        <translation>это:не-прочитано</translation>
    </message>
    <message>
        <source>What stands below</source>
        <translation>То, что указано ниже</translation>
    </message>
    <message>
        <source>A search of this name is there: this one takes its place.</source>
        <translation>Поиск с таким названием уже есть: этот займёт его место.</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Начать с готового</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>It stands in the rail with the number of letters that it finds. “Today” and “overdue” are reckoned anew each day.</source>
        <translation>Он стоит слева под разделами, рядом — сколько писем он находит. «Сегодня» и «просрочено» каждый день отсчитываются заново.</translation>
    </message>
</context>
<context>
    <name>SavedRail</name>
    <message>
        <source>Saved searches</source>
        <translation>Сохранённые поиски</translation>
    </message>
    <message>
        <source>Save a search</source>
        <translation>Сохранить поиск</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Moved. Undo with {keys}.</source>
        <translation>Переставлено. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>The saved search is deleted. Undo with {keys}.</source>
        <translation>Сохранённый поиск удалён. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>The search is saved. Undo with {keys}.</source>
        <translation>Поиск сохранён. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>The saved search is changed. Undo with {keys}.</source>
        <translation>Сохранённый поиск изменён. Отменить: {keys}.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>“{name}:” waits for {known}.</source>
        <translation>Укажите после «{name}:» значение: {known}.</translation>
    </message>
    <message>
        <source>“{piece}” is searched as it stands: “{name}:” takes {known}.</source>
        <translation>«{piece}» ищется как есть: «{name}:» понимает значения: {known}.</translation>
    </message>
    <message>
        <source>a number or its beginning</source>
        <translation>номер или его начало</translation>
    </message>
    <message>
        <source>a day, such as 2026-11-01, 7d, yesterday, last week</source>
        <translation>день, например 2026-11-01, 7д, вчера, прошлая неделя</translation>
    </message>
    <message>
        <source>a name or an address</source>
        <translation>имя или адрес</translation>
    </message>
    <message>
        <source>words of the subject</source>
        <translation>слова из темы</translation>
    </message>
    <message>
        <source>0 to 3, also &gt;=2 and &lt;2</source>
        <translation>от 0 до 3, а также &gt;=2 и &lt;2</translation>
    </message>
    <message>
        <source>overdue, today, tomorrow, week, or a day</source>
        <translation>просрочено, сегодня, завтра, неделя или день</translation>
    </message>
    <message>
        <source>A closing bracket that nothing opened is left out.</source>
        <translation>Закрывающая скобка без открывающей не учитывается.</translation>
    </message>
    <message>
        <source>Brackets stand too deep in each other; some are left out.</source>
        <translation>Слишком много скобок друг в друге: часть не учитывается.</translation>
    </message>
    <message>
        <source>Only the first {number} words and fields are searched.</source>
        <translation>Учитываются только первые слова и поля, не больше {number}.</translation>
    </message>
    <message>
        <source>“{name}” is no field; it is searched as it stands.</source>
        <translation>Поля «{name}» нет: это ищется как есть.</translation>
    </message>
    <message>
        <source>“{word}” has nothing on one side and is left out.</source>
        <translation>Рядом с «{word}» чего-то не хватает: не учитывается.</translation>
    </message>
    <message>
        <source>There are {most} saved searches already. Delete one first.</source>
        <translation>Сохранённых поисков уже {most}. Сначала удалите один из них.</translation>
    </message>
    <message>
        <source>Give the search a name, such as “Due today”.</source>
        <translation>Дайте поиску название, например «На сегодня».</translation>
    </message>
    <message>
        <source>Say what is to be searched for, such as “due:today”.</source>
        <translation>Укажите, что искать, например «срок:сегодня».</translation>
    </message>
    <message>
        <source>A name may have {name} characters at most, and a search {search}.</source>
        <translation>В названии может быть не больше {name} знаков, в поиске — не больше {search}.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search mail and orders</source>
        <translation>Поиск писем и заказов</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Сохранить этот поиск</translation>
    </message>
    <message>
        <source>Words, “phrases”, -without, OR, and fields: from: to: subject: order: kind: heat: due: state: has: is: after: before:</source>
        <translation>Слова, «фразы», -без слова, ИЛИ и поля: от: кому: тема: заказ: вид: накал: срок: состояние: есть: это: после: до:</translation>
    </message>
    <message>
        <source>Fields and values of a search</source>
        <translation>Поля и значения поиска</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search in Preferences</source>
        <translation>Искать в настройках</translation>
    </message>
    <message>
        <source>Search in Preferences (Ctrl+F)</source>
        <translation>Искать в настройках (Ctrl+F)</translation>
    </message>
    <message>
        <source>Show all pages</source>
        <translation>Показать все страницы</translation>
    </message>
</context>
<context>
    <name>SecretFields</name>
    <message>
        <source>with a password</source>
        <translation>по паролю</translation>
    </message>
    <message>
        <source>through {provider}</source>
        <translation>через {provider}</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Показать пароль</translation>
    </message>
    <message>
        <source>where the provider gave one</source>
        <translation>если служба его дала</translation>
    </message>
    <message>
        <source>unchanged, as it is kept</source>
        <translation>прежний, уже сохранён</translation>
    </message>
    <message>
        <source>type it to sign in again</source>
        <translation>нужен, чтобы войти заново</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Скрыть пароль</translation>
    </message>
    <message>
        <source>Open the page of {provider}</source>
        <translation>Открыть страницу {provider}</translation>
    </message>
    <message>
        <source>Signed in; sign in again with {provider}…</source>
        <translation>Вход выполнен; войти через {provider} заново…</translation>
    </message>
    <message>
        <source>Sign in with {provider}…</source>
        <translation>Войти через {provider}…</translation>
    </message>
    <message>
        <source>1. Open Google&apos;s page and make a client of the kind “Desktop app”.
2. Publish the project there; while it is in testing, a sign-in ends after 7 days.
3. Copy the client ID and the client secret to here.
4. Sign in: your browser asks whether your client may use your mail.
An app password is simpler where your account allows one.</source>
        <translation>1. Откройте страницу Google и создайте клиент вида «Desktop app».
2. Опубликуйте там проект: пока он в тестовом режиме, вход перестаёт действовать через 7 дней.
3. Скопируйте сюда ID клиента и секрет клиента.
4. Войдите: браузер спросит, можно ли вашему клиенту пользоваться вашей почтой.
Пароль приложения проще, если ваш ящик его допускает.</translation>
    </message>
    <message>
        <source>1. Open Microsoft&apos;s page and register an app for accounts of any kind.
2. Add the platform “Mobile and desktop applications” with the address http://localhost.
3. Add the permissions IMAP.AccessAsUser.All, SMTP.Send and offline_access.
4. Copy the application ID to here; it is the client ID, and there is no secret.
5. Sign in: your browser asks whether your app may use your mail.</source>
        <translation>1. Откройте страницу Microsoft и зарегистрируйте приложение для любых учётных записей.
2. Добавьте платформу «Mobile and desktop applications» с адресом http://localhost.
3. Добавьте разрешения IMAP.AccessAsUser.All, SMTP.Send и offline_access.
4. Скопируйте сюда ID приложения; это и есть ID клиента, секрета нет.
5. Войдите: браузер спросит, можно ли вашему приложению пользоваться вашей почтой.</translation>
    </message>
    <message>
        <source>Give the client ID, and the secret where there is one, then sign in: your browser opens.</source>
        <translation>Укажите ID клиента и секрет, если он есть, потом войдите: откроется браузер.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>ID клиента</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Секрет клиента</translation>
    </message>
</context>
<context>
    <name>SenderBox</name>
    <message>
        <source>From</source>
        <translation>От</translation>
    </message>
    <message>
        <source>The letter was written to this address.</source>
        <translation>Письмо пришло на этот адрес.</translation>
    </message>
    <message>
        <source>This address is registered with {marketplace}.</source>
        <translation>Этот адрес указан на {marketplace}.</translation>
    </message>
    <message>
        <source>This is the account&apos;s own address.</source>
        <translation>Это основной адрес ящика.</translation>
    </message>
    <message>
        <source>This is another address of the account.</source>
        <translation>Это ещё один адрес ящика.</translation>
    </message>
</context>
<context>
    <name>SentLetter</name>
    <message>
        <source>Picture not shown</source>
        <translation>Картинка не показана</translation>
    </message>
</context>
<context>
    <name>ServerFields</name>
    <message>
        <source>{title}: server</source>
        <translation>{title}: сервер</translation>
    </message>
    <message>
        <source>{title}: port</source>
        <translation>{title}: порт</translation>
    </message>
    <message>
        <source>{title}: protection</source>
        <translation>{title}: защита</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>None (this computer only)</source>
        <translation>Нет (только этот компьютер)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Порт</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Защита</translation>
    </message>
</context>
<context>
    <name>ServiceDialog</name>
    <message>
        <source>Figures of {service}</source>
        <translation>Сроки: {service}</translation>
    </message>
    <message>
        <source>Another service</source>
        <translation>Новая служба</translation>
    </message>
    <message>
        <source>never</source>
        <translation>никогда</translation>
    </message>
    <message>
        <source>business days</source>
        <translation>рабочих дней</translation>
    </message>
    <message>
        <source>days</source>
        <translation>дней</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Use these figures</source>
        <translation>Принять эти сроки</translation>
    </message>
    <message>
        <source>USA, Saturdays count (USPS)</source>
        <translation>США, с субботами (USPS)</translation>
    </message>
    <message>
        <source>USA, Monday to Friday</source>
        <translation>США, с понедельника по пятницу</translation>
    </message>
    <message>
        <source>USA, Monday to Friday, few holidays (UPS)</source>
        <translation>США, с понедельника по пятницу, мало праздников (UPS)</translation>
    </message>
    <message>
        <source>United Kingdom, Monday to Friday</source>
        <translation>Великобритания, с понедельника по пятницу</translation>
    </message>
    <message>
        <source>Germany, Saturdays count</source>
        <translation>Германия, с субботами</translation>
    </message>
    <message>
        <source>Monday to Friday, without holidays</source>
        <translation>С понедельника по пятницу, без праздников</translation>
    </message>
    <message>
        <source>to</source>
        <translation>—</translation>
    </message>
    <message>
        <source>First day of the window</source>
        <translation>Первый день срока</translation>
    </message>
    <message>
        <source>Last day of the window</source>
        <translation>Последний день срока</translation>
    </message>
    <message>
        <source>What the window counts</source>
        <translation>В чём считается срок</translation>
    </message>
    <message>
        <source>The parcel arrives within</source>
        <translation>Посылка приходит за</translation>
    </message>
    <message>
        <source>Counts as lost after so many days</source>
        <translation>Считается утерянной через столько дней</translation>
    </message>
    <message>
        <source>Where you have this from</source>
        <translation>Откуда эти данные</translation>
    </message>
    <message>
        <source>Name, as your order files write it</source>
        <translation>Название, как в ваших файлах заказов</translation>
    </message>
    <message>
        <source>Days on which it delivers</source>
        <translation>По каким дням доставляет</translation>
    </message>
    <message>
        <source>Days are counted from the day after posting. Today is noted as the day on which you checked these figures.</source>
        <translation>Дни считаются со следующего после отправки. Днём проверки этих данных станет сегодня.</translation>
    </message>
</context>
<context>
    <name>ServiceListModel</name>
    <message>
        <source>{name} · {first}–{last} days</source>
        <translation>{name} · {first}–{last} дн.</translation>
    </message>
    <message>
        <source>{name} · {first}–{last} business days</source>
        <translation>{name} · {first}–{last} раб. дн.</translation>
    </message>
    <message>
        <source>{service} · yours</source>
        <translation>{service} · ваше</translation>
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>Delivery services</source>
        <translation>Службы доставки</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>Back to ours</source>
        <translation>Вернуть исходное</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>It never counts as lost by itself.</source>
        <translation>Сама по себе утерянной не считается.</translation>
    </message>
    <message>
        <source>Counts as lost after so many days: {days}.</source>
        <translation>Считается утерянной через столько дней: {days}.</translation>
    </message>
    <message>
        <source>Source: {source}.</source>
        <translation>Источник: {source}.</translation>
    </message>
    <message>
        <source>How long parcels travel. All figures are estimates; set your own, and every window is reckoned by them as soon as you keep these settings.</source>
        <translation>Сколько идут посылки. Все сроки приблизительные; задайте свои, и все расчёты пойдут по ним, как только вы сохраните настройки.</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Password for {address}:</source>
        <translation>Пароль для {address}:</translation>
    </message>
    <message>
        <source>Text at {percent}%.</source>
        <translation>Размер текста: {percent} %.</translation>
    </message>
    <message>
        <source>Settings taken from the file. Undo with {keys}.</source>
        <translation>Настройки взяты из файла. Отменить: {keys}.</translation>
    </message>
    <message>
        <source>Both servers let us in.</source>
        <translation>Вход удался на обоих серверах.</translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>Shop</source>
        <translation>Магазин</translation>
    </message>
    <message>
        <source>Suggested replies name the shop and are signed like this.</source>
        <translation>Так магазин называется в подсказках, и так они подписаны.</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>Название магазина</translation>
    </message>
    <message>
        <source>Your name, as you sign</source>
        <translation>Ваше имя в подписи</translation>
    </message>
    <message>
        <source>As your name says</source>
        <translation>Как подсказывает имя</translation>
    </message>
    <message>
        <source>Feminine: «я упаковала», “désolée”</source>
        <translation>Женский: «я упаковала», «désolée»</translation>
    </message>
    <message>
        <source>Masculine: «я упаковал», “désolé”</source>
        <translation>Мужской: «я упаковал», «désolé»</translation>
    </message>
    <message>
        <source>Worded without it</source>
        <translation>Без указания рода</translation>
    </message>
    <message>
        <source>Russian and French letters speak of you</source>
        <translation>Род, в котором о вас говорят русские и французские письма</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>не принимаете</translation>
    </message>
    <message>
        <source>days</source>
        <translation>дн.</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>Покупатель</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>You take a change of mind back for</source>
        <translation>Передумавшим возвращаете деньги в течение</translation>
    </message>
    <message>
        <source>Restocking fee, where the channel allows one</source>
        <translation>Сбор за возврат, где площадка его разрешает</translation>
    </message>
    <message>
        <source>The way back, without a fault of yours, is paid by</source>
        <translation>Обратную пересылку не по вашей вине оплачивает</translation>
    </message>
    <message>
        <source>Of a payment the card company keeps</source>
        <translation>С каждой оплаты банк удерживает</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>your own table “{name}”</source>
        <translation>ваша таблица «{name}»</translation>
    </message>
    <message>
        <source>Amazon report of unshipped orders</source>
        <translation>отчёт Amazon о неотправленных заказах</translation>
    </message>
    <message>
        <source>Amazon order report</source>
        <translation>отчёт Amazon о заказах</translation>
    </message>
    <message>
        <source>Amazon report of all orders</source>
        <translation>отчёт Amazon обо всех заказах</translation>
    </message>
    <message>
        <source>Amazon report of shipments</source>
        <translation>отчёт Amazon об отправлениях</translation>
    </message>
    <message>
        <source>eBay order report</source>
        <translation>отчёт eBay о заказах</translation>
    </message>
    <message>
        <source>AbeBooks order file</source>
        <translation>файл заказов AbeBooks</translation>
    </message>
    <message>
        <source>Alibris status file</source>
        <translation>файл статусов Alibris</translation>
    </message>
    <message>
        <source>Etsy orders</source>
        <translation>заказы Etsy</translation>
    </message>
    <message>
        <source>Etsy order items</source>
        <translation>товары заказов Etsy</translation>
    </message>
    <message>
        <source>Shopify order export</source>
        <translation>выгрузка заказов Shopify</translation>
    </message>
    <message>
        <source>WooCommerce order export</source>
        <translation>выгрузка заказов WooCommerce</translation>
    </message>
    <message>
        <source>PayPal activity</source>
        <translation>операции PayPal</translation>
    </message>
    <message>
        <source>ShipStation export</source>
        <translation>выгрузка ShipStation</translation>
    </message>
    <message>
        <source>Pirate Ship export</source>
        <translation>выгрузка Pirate Ship</translation>
    </message>
    <message>
        <source>marketplace mail</source>
        <translation>письмо площадки</translation>
    </message>
    <message>
        <source>a notice of {sender}</source>
        <translation>уведомление {sender}</translation>
    </message>
    <message>
        <source>a notice of {sender}, {day}</source>
        <translation>уведомление {sender}, {day}</translation>
    </message>
    <message>
        <source>From the order</source>
        <translation>Из заказа</translation>
    </message>
    <message>
        <source>From the letter</source>
        <translation>Из письма</translation>
    </message>
    <message>
        <source>{source}. For you alone: it has no place in a reply.</source>
        <translation>{source}. Только для вас: в ответе этому не место.</translation>
    </message>
    <message>
        <source>Counted from your orders and cases here</source>
        <translation>Подсчитано по вашим заказам и обращениям</translation>
    </message>
    <message>
        <source>If it was paid by {name}: {source}</source>
        <translation>Если платили через {name}: {source}</translation>
    </message>
    <message>
        <source>Not known: no check digit fits</source>
        <translation>Неизвестно: контрольная цифра не подходит</translation>
    </message>
    <message>
        <source>Customs form, not tracked; check digit right</source>
        <translation>Таможенная форма, не отслеживается; контрольная цифра верна</translation>
    </message>
    <message>
        <source>International, check digit right</source>
        <translation>Международный, контрольная цифра верна</translation>
    </message>
    <message>
        <source>{carrier}, check digit right</source>
        <translation>{carrier}, контрольная цифра верна</translation>
    </message>
    <message>
        <source>From: {file}</source>
        <translation>Источник: {file}</translation>
    </message>
    <message>
        <source>From experience</source>
        <translation>Из опыта</translation>
    </message>
    <message>
        <source>little relied on</source>
        <translation>малонадёжно</translation>
    </message>
    <message>
        <source>fairly relied on</source>
        <translation>довольно надёжно</translation>
    </message>
    <message>
        <source>well founded</source>
        <translation>надёжно</translation>
    </message>
    <message>
        <source>your own figure</source>
        <translation>ваши данные</translation>
    </message>
    <message>
        <source>{source} (checked {day}; {trust})</source>
        <translation>{source} (проверено {day}; {trust})</translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Source of the letter</source>
        <translation>Исходный текст письма</translation>
    </message>
    <message>
        <source>Only its beginning is shown here.</source>
        <translation>Здесь показано только начало.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Attachments that are still on the mail server are missing in it.</source>
        <translation>Здесь нет вложений, которые ещё на почтовом сервере.</translation>
    </message>
    <message>
        <source>Download the whole letter</source>
        <translation>Загрузить письмо целиком</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>To have your spelling checked, install the optional part with pip install &apos;softanswer[spell]&apos; and start the program again.</source>
        <translation>Чтобы проверялась орфография, установите дополнительную часть командой pip install &apos;softanswer[spell]&apos; и запустите программу снова.</translation>
    </message>
    <message>
        <source>To have your spelling checked, install Enchant and its dictionaries (on Debian: apt install libenchant-2-2 hunspell-en-us hunspell-ru) and start the program again.</source>
        <translation>Чтобы проверялась орфография, установите Enchant и словари к нему (в Debian: apt install libenchant-2-2 hunspell-en-us hunspell-ru) и запустите программу снова.</translation>
    </message>
    <message>
        <source>The dictionary can&apos;t be read ({error}).</source>
        <translation>Словарь не читается ({error}).</translation>
    </message>
    <message>
        <source>“{word}” is in no dictionary.</source>
        <translation>Слова «{word}» нет в словарях.</translation>
    </message>
    <message>
        <source>“{word}” is in no dictionary. Perhaps:</source>
        <translation>Слова «{word}» нет в словарях. Возможно:</translation>
    </message>
    <message>
        <source>Add to my dictionary</source>
        <translation>Добавить в мой словарь</translation>
    </message>
    <message>
        <source>Ignore in this letter</source>
        <translation>Не отмечать в этом письме</translation>
    </message>
    <message>
        <source>“{word}” is in your dictionary.</source>
        <translation>Слово «{word}» теперь в вашем словаре.</translation>
    </message>
    <message>
        <source>Spelling is not checked: it is turned off in Preferences, Writing.</source>
        <translation>Орфография не проверяется: проверка выключена в настройках, раздел «Текст ответа».</translation>
    </message>
    <message>
        <source>No word is misspelt, as far as the dictionaries know.</source>
        <translation>Слов с ошибками словари не находят.</translation>
    </message>
    <message>
        <source>English and Russian words are looked up.</source>
        <translation>Проверяются английские и русские слова.</translation>
    </message>
    <message>
        <source>English words are looked up; for Russian ones install a Russian dictionary (on Debian: apt install hunspell-ru) and start the program again.</source>
        <translation>Проверяются английские слова; для русских установите русский словарь (в Debian: apt install hunspell-ru) и запустите программу снова.</translation>
    </message>
    <message>
        <source>Russian words are looked up; for English ones install an English dictionary (on Debian: apt install hunspell-en-us) and start the program again.</source>
        <translation>Проверяются русские слова; для английских установите английский словарь (в Debian: apt install hunspell-en-us) и запустите программу снова.</translation>
    </message>
    <message>
        <source>Enchant is here, but no dictionary: install one (on Debian: apt install hunspell-en-us hunspell-ru) and start the program again.</source>
        <translation>Enchant установлен, но словаря к нему нет: установите его (в Debian: apt install hunspell-en-us hunspell-ru) и запустите программу снова.</translation>
    </message>
</context>
<context>
    <name>StartPause</name>
    <message>
        <source>Stop all</source>
        <translation>Остановить всё</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>The account {address} is set up already. Remove it first to set it up anew.</source>
        <translation>Ящик {address} уже настроен. Сначала удалите его, чтобы настроить заново.</translation>
    </message>
    <message>
        <source>{address} still has replies in the outbox. Take them back or let them go out first.</source>
        <translation>В исходящих ещё есть ответы с адреса {address}. Сначала верните их или дайте им уйти.</translation>
    </message>
    <message>
        <source>There is no account number {number}.</source>
        <translation>Ящика номер {number} нет.</translation>
    </message>
    <message>
        <source>There is no account {address}. &apos;softanswer account list&apos; names those there are.</source>
        <translation>Ящика {address} нет. Их список: «softanswer account list».</translation>
    </message>
    <message>
        <source>{address} belongs to the account {holder}. Remove it there first.</source>
        <translation>Адрес {address} уже есть у ящика {holder}. Сначала уберите его там.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {error}.</source>
        <translation>Не удаётся использовать {path}: {error}.</translation>
    </message>
    <message>
        <source>{path} was written by a newer Soft Answer (its version {version}, ours {ours}). Nothing was changed. Install the newer program, or use another profile with --profile DIR.</source>
        <translation>{path} создан более новой версией Soft Answer (у него версия {version}, у нас {ours}). Ничего не изменено. Установите новую программу или возьмите другой профиль: --profile DIR.</translation>
    </message>
    <message>
        <source>There is no room left on the disk of {folder}. Nothing was lost: make room, then try again.</source>
        <translation>На диске с {folder} не осталось места. Ничего не потеряно: освободите место и попробуйте снова.</translation>
    </message>
    <message>
        <source>Making the database smaller takes {needed} MB on the disk of {folder} for a while, and only {free} MB are left. Nothing was changed: make room, then try again.</source>
        <translation>Чтобы сжать базу данных, на диске с {folder} временно нужно {needed} МБ, а свободно только {free} МБ. Ничего не изменено: освободите место и попробуйте снова.</translation>
    </message>
    <message>
        <source>{path} is damaged or is no database of Soft Answer. It was left as it is. Run &apos;softanswer doctor --repair&apos; to set it aside and to start with a new one: mail comes again from the server, waiting replies from the journal beside it.</source>
        <translation>{path} повреждён или это не база Soft Answer. Файл не тронут. Запустите «softanswer doctor --repair», чтобы отложить его и начать с новой базы: почта снова придёт с сервера, ждущие ответы — из журнала рядом.</translation>
    </message>
    <message>
        <source>{path} cannot be written. See that the folder exists and that you may write there, or use another profile with --profile DIR.</source>
        <translation>Не удаётся записать {path}. Убедитесь, что папка существует и вам разрешено туда писать, или возьмите другой профиль: --profile DIR.</translation>
    </message>
    <message>
        <source>{path} is in use by another program for more than {seconds} seconds. Close it, then try again.</source>
        <translation>{path} занят другой программой дольше {seconds} с. Закройте её и попробуйте снова.</translation>
    </message>
    <message>
        <source>Soft Answer is already running on {folder}. Use that window, or close it first.</source>
        <translation>Soft Answer уже работает с {folder}. Перейдите в то окно или сначала закройте его.</translation>
    </message>
    <message>
        <source>{address} is removed, but its password is still in the keyring. {error}</source>
        <translation>Ящик {address} удалён, но его пароль ещё в хранилище паролей. {error}</translation>
    </message>
    <message>
        <source>Message {number} is damaged on this disk. &apos;softanswer doctor --repair&apos; fetches all mail anew; waiting replies stay.</source>
        <translation>Письмо {number} на этом диске повреждено. «softanswer doctor --repair» заново загрузит всю почту; ждущие ответы останутся.</translation>
    </message>
    <message>
        <source>Of message {number} only the header is here so far; the rest comes with the next &apos;softanswer sync&apos;.</source>
        <translation>От письма {number} пока получен только заголовок; остальное придёт при следующем «softanswer sync».</translation>
    </message>
    <message>
        <source>There is no message {number}. &apos;softanswer messages&apos; names those there are.</source>
        <translation>Письма {number} нет. Их список: «softanswer messages».</translation>
    </message>
    <message>
        <source>{path} is there already. Give the backup another name.</source>
        <translation>{path} уже есть. Дайте резервной копии другое имя.</translation>
    </message>
    <message>
        <source>{path} is no backup of Soft Answer, or it is damaged. Nothing was changed.</source>
        <translation>{path} — не резервная копия Soft Answer, или она повреждена. Ничего не изменено.</translation>
    </message>
    <message>
        <source>This cannot be undone any more: it was too long ago, or another program moved or deleted the letter meanwhile. Look for it in your other folders with your provider&apos;s webmail.</source>
        <translation>Отменить это уже нельзя: прошло слишком много времени, или письмо тем временем переместила либо удалила другая программа. Поищите его в других папках на сайте вашей почтовой службы.</translation>
    </message>
    <message>
        <source>This letter is not in your inbox any more: it lies in another folder already, or another program has moved or deleted it.</source>
        <translation>Этого письма больше нет во входящих: оно уже лежит в другой папке, или его переместила либо удалила другая программа.</translation>
    </message>
    <message>
        <source>{address} is removed here, but its provider could not be told ({error}) Take the access back in the security settings of your account there.</source>
        <translation>{address} здесь удалён, но сообщить об этом почтовой службе не удалось ({error}) Отзовите доступ там, в настройках безопасности.</translation>
    </message>
    <message>
        <source>Attachments of message {number} are still on the mail server. &apos;softanswer fetch {number}&apos; brings them.</source>
        <translation>Вложения письма {number} ещё на почтовом сервере. Их загрузит «softanswer fetch {number}».</translation>
    </message>
</context>
<context>
    <name>SuggestionPicker</name>
    <message>
        <source>Suggestions</source>
        <translation>Подсказки</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Read as a complaint: {certainty}</source>
        <translation>Похоже на жалобу: {certainty}</translation>
    </message>
    <message>
        <source>Read as no complaint: {certainty}</source>
        <translation>Похоже на обычное письмо: {certainty}</translation>
    </message>
</context>
<context>
    <name>SyncStatus</name>
    <message>
        <source>Opening…</source>
        <translation>Открывается…</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Ящика пока нет</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Подключение…</translation>
    </message>
    <message>
        <source>Fetching mail: {done} of {total}</source>
        <translation>Загрузка почты: {done} из {total}</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>Ждёт вас</translation>
    </message>
    <message>
        <source>Type the password</source>
        <translation>Ввести пароль</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>No connection to the mail server.</source>
        <translation>Нет связи с почтовым сервером.</translation>
    </message>
    <message>
        <source>Held letters wait and are looked at again before they go.</source>
        <translation>Ответы на выдержке подождут; перед отправкой почта проверится ещё раз.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Попробовать сейчас</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
</context>
<context>
    <name>TemplateDesk</name>
    <message>
        <source>No letter is there yet; facts are shown once there is one.</source>
        <translation>Писем пока нет; факты появятся с первым письмом.</translation>
    </message>
    <message>
        <source>For the letter of {name}:</source>
        <translation>Для письма от {name}:</translation>
    </message>
    <message>
        <source>Kept. It is offered from now on.</source>
        <translation>Сохранено. Теперь шаблон будет среди подсказок.</translation>
    </message>
    <message>
        <source>It is gone; ours count.</source>
        <translation>Удалено; действуют наши письма.</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>Загружено.</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>Записано в файл {file}.</translation>
    </message>
    <message>
        <source>Tone: {findings}</source>
        <translation>Тон: {findings}</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Not known for this letter, to be filled in: {facts}.</source>
        <translation>Для этого письма неизвестно и заполняется вручную: {facts}.</translation>
    </message>
    <message>
        <source>For this letter one fact is not known, so it is not offered: {fact}.</source>
        <translation>Для этого письма неизвестно одно: {fact}. Поэтому шаблон к нему не предлагается.</translation>
    </message>
    <message>
        <source>Not kept yet: {names}. Keep it, or close once more to forget the changes.</source>
        <translation>Ещё не сохранено: {names}. Сохраните или закройте ещё раз, чтобы забыть изменения.</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Новый шаблон</translation>
    </message>
    <message>
        <source>Import templates</source>
        <translation>Загрузить шаблоны</translation>
    </message>
    <message>
        <source>Export the template</source>
        <translation>Выгрузить шаблон</translation>
    </message>
    <message>
        <source>Templates (*.txt)</source>
        <translation>Шаблоны (*.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
</context>
<context>
    <name>TemplateListModel</name>
    <message>
        <source>{name} · not kept yet</source>
        <translation>{name} · не сохранено</translation>
    </message>
    <message>
        <source>{name} · your wording</source>
        <translation>{name} · ваша редакция</translation>
    </message>
    <message>
        <source>{name} · yours</source>
        <translation>{name} · ваш шаблон</translation>
    </message>
</context>
<context>
    <name>TemplateParts</name>
    <message>
        <source>Language of the letters</source>
        <translation>Язык писем</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>Название шаблона</translation>
    </message>
    <message>
        <source>The letter with its facts in braces</source>
        <translation>Письмо, факты в фигурных скобках</translation>
    </message>
    <message>
        <source>The letter as it would be</source>
        <translation>Письмо, каким оно будет</translation>
    </message>
    <message>
        <source>Find a fact</source>
        <translation>Найти факт</translation>
    </message>
    <message>
        <source>What may stand in a template; Enter puts it in</source>
        <translation>Что может стоять в шаблоне; Enter вставляет</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Новый</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Загрузить…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Выгрузить…</translation>
    </message>
    <message>
        <source>Back to ours</source>
        <translation>Вернуть наше</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Keep the template</source>
        <translation>Сохранить шаблон</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Английский</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Русский</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Немецкий</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Французский</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Испанский</translation>
    </message>
    <message>
        <source>Double-click or Enter puts it in:</source>
        <translation>Двойной щелчок или Enter вставляет:</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Give the template a name.</source>
        <translation>Дайте шаблону название.</translation>
    </message>
    <message>
        <source>The name is longer than {count} characters.</source>
        <translation>Название длиннее {count} знаков.</translation>
    </message>
    <message>
        <source>The template is empty. Write its letter.</source>
        <translation>Шаблон пуст. Напишите письмо.</translation>
    </message>
    <message>
        <source>Another template is called “{name}”. Choose another name.</source>
        <translation>Шаблон «{name}» уже есть. Выберите другое название.</translation>
    </message>
    <message>
        <source>{file} is no template: its first line must be +++, and a line +++ ends its head.</source>
        <translation>{file}: это не шаблон. Первая строка должна быть +++, и строкой +++ кончается заголовок.</translation>
    </message>
    <message>
        <source>The head of {file} can&apos;t be read: {error}.</source>
        <translation>Заголовок файла {file} не читается: {error}.</translation>
    </message>
    <message>
        <source>“{value}” can&apos;t stand for “{key}” in the head of a template.</source>
        <translation>В заголовке шаблона значение «{value}» не подходит для «{key}».</translation>
    </message>
    <message>
        <source>{name}: a name is used where nothing was set for it: {error}.</source>
        <translation>{name}: имя стоит там, где ему ещё ничего не присвоено: {error}.</translation>
    </message>
    <message>
        <source>There is no template {name}.</source>
        <translation>Шаблона {name} нет.</translation>
    </message>
    <message>
        <source>There are {count} templates already. Delete one first.</source>
        <translation>Шаблонов уже {count}. Сначала удалите какой-нибудь.</translation>
    </message>
    <message>
        <source>{file} is not used. {why}</source>
        <translation>Файл {file} не используется. {why}</translation>
    </message>
    <message>
        <source>{file} is too large for a template.</source>
        <translation>Файл {file} слишком велик для шаблона.</translation>
    </message>
    <message>
        <source>{file} is no text in UTF-8.</source>
        <translation>Файл {file}: это не текст в UTF-8.</translation>
    </message>
    <message>
        <source>Too many tags stand inside of each other.</source>
        <translation>Слишком много тегов вложено друг в друга.</translation>
    </message>
    <message>
        <source>A template may not hold {thing}.</source>
        <translation>В шаблоне не может быть такого: {thing}.</translation>
    </message>
    <message>
        <source>The fact “{fact}” needs one of these behind it: |{filters}.</source>
        <translation>За фактом «{fact}» должно стоять одно из этих слов: |{filters}.</translation>
    </message>
    <message>
        <source>There is no fact called “{name}”.</source>
        <translation>Факта «{name}» нет.</translation>
    </message>
    <message>
        <source>“{value}” is no text and no whole number.</source>
        <translation>«{value}»: это не текст и не целое число.</translation>
    </message>
    <message>
        <source>An “if” inside of a tag needs an “else”.</source>
        <translation>Для «if» внутри тега нужно «else».</translation>
    </message>
    <message>
        <source>“in” can&apos;t be used here; compare with == instead.</source>
        <translation>Здесь нельзя писать «in»; сравнивайте знаком ==.</translation>
    </message>
    <message>
        <source>These two can&apos;t be compared: they differ in kind.</source>
        <translation>Это нельзя сравнить: вещи разного рода.</translation>
    </message>
    <message>
        <source>A fact can&apos;t be set, and only one name at a time can.</source>
        <translation>Факту ничего нельзя присвоить, а именам можно только по одному.</translation>
    </message>
    <message>
        <source>There is no filter called “{name}”.</source>
        <translation>Фильтра «{name}» нет.</translation>
    </message>
    <message>
        <source>“{name}” can only stand behind a fact.</source>
        <translation>«{name}» может стоять только за фактом.</translation>
    </message>
    <message>
        <source>“{name}” does not go with the fact “{fact}”.</source>
        <translation>«{name}» не подходит к факту «{fact}».</translation>
    </message>
    <message>
        <source>Only “plural” takes words in brackets: two forms of a word, in Russian three.</source>
        <translation>Слова в скобках бывают только у «plural»: две формы слова, в русском три.</translation>
    </message>
    <message>
        <source>Only parts of ours can be included, by their names.</source>
        <translation>Включать можно только наши части, по их именам.</translation>
    </message>
    <message>
        <source>There is no part called “{name}” in this language.</source>
        <translation>Части «{name}» в этом языке нет.</translation>
    </message>
    <message>
        <source>a loop</source>
        <translation>цикл</translation>
    </message>
    <message>
        <source>a call</source>
        <translation>вызов</translation>
    </message>
    <message>
        <source>a dot behind a name</source>
        <translation>точка за именем</translation>
    </message>
    <message>
        <source>square brackets</source>
        <translation>квадратные скобки</translation>
    </message>
    <message>
        <source>a macro</source>
        <translation>макрос</translation>
    </message>
    <message>
        <source>an import</source>
        <translation>импорт</translation>
    </message>
    <message>
        <source>{name}, line {line}, column {column}: {why}</source>
        <translation>{name}, строка {line}, столбец {column}: {why}</translation>
    </message>
    <message>
        <source>The template is longer than {count} characters.</source>
        <translation>Шаблон длиннее {count} знаков.</translation>
    </message>
    <message>
        <source>A word here is too long.</source>
        <translation>Здесь слишком длинное слово.</translation>
    </message>
    <message>
        <source>The tag “{tag}” has no beginning before it; take it out.</source>
        <translation>У тега «{tag}» нет начала; уберите его.</translation>
    </message>
    <message>
        <source>There is no tag called “{tag}”.</source>
        <translation>Тега «{tag}» нет.</translation>
    </message>
    <message>
        <source>A tag is open until the end; close it with its end tag.</source>
        <translation>Тег остаётся открытым до конца; закройте его.</translation>
    </message>
    <message>
        <source>The sign “{sign}” can&apos;t stand inside a tag.</source>
        <translation>Знак «{sign}» не может стоять внутри тега.</translation>
    </message>
    <message>
        <source>This tag can&apos;t be read. Look at its quotation marks, brackets and end.</source>
        <translation>Этот тег не читается. Проверьте кавычки, скобки и конец тега.</translation>
    </message>
    <message>
        <source>The template has more than {count} tags.</source>
        <translation>В шаблоне больше {count} тегов.</translation>
    </message>
    <message>
        <source>The tag is too long.</source>
        <translation>Тег слишком длинный.</translation>
    </message>
</context>
<context>
    <name>TextPreview</name>
    <message>
        <source>Only its beginning is shown here.</source>
        <translation>Здесь показано только начало.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>TheirLetter</name>
    <message>
        <source>Their letter</source>
        <translation>Письмо покупателя</translation>
    </message>
    <message>
        <source>{name} wrote, {time}</source>
        <translation>{name}, {time}</translation>
    </message>
</context>
<context>
    <name>ToneGutter</name>
    <message>
        <source>Regret</source>
        <translation>Сожаление</translation>
    </message>
    <message>
        <source>Responsibility</source>
        <translation>Ответственность</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Исправление</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>All actions</source>
        <translation>Все действия</translation>
    </message>
    <message>
        <source>Fetch mail now</source>
        <translation>Проверить почту сейчас</translation>
    </message>
    <message>
        <source>All stopped</source>
        <translation>Всё остановлено</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Остановить всё</translation>
    </message>
    <message>
        <source>Nothing goes out. Press to let ready replies go again.</source>
        <translation>Ничего не уходит. Нажмите, чтобы готовые ответы снова уходили.</translation>
    </message>
    <message>
        <source>Let nothing go out until you press it again.</source>
        <translation>Ничего не отправлять, пока не нажмёте ещё раз.</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Open Soft Answer</source>
        <translation>Открыть Soft Answer</translation>
    </message>
</context>
<context>
    <name>Twin</name>
    <message>
        <source>Take a suggestion first: it is there in both languages from our templates.</source>
        <translation>Сначала возьмите подсказку: её шаблон есть на обоих языках.</translation>
    </message>
    <message>
        <source>This letter is written in one language only.</source>
        <translation>Это письмо есть только на одном языке.</translation>
    </message>
</context>
<context>
    <name>TwinPane</name>
    <message>
        <source>Close the second language</source>
        <translation>Закрыть второй язык</translation>
    </message>
</context>
<context>
    <name>VentPad</name>
    <message>
        <source>Let it out</source>
        <translation>Выговориться</translation>
    </message>
    <message>
        <source>What you want to say</source>
        <translation>Что хочется сказать</translation>
    </message>
    <message>
        <source>Say it as it is.</source>
        <translation>Говорите как есть.</translation>
    </message>
    <message>
        <source>Close and forget</source>
        <translation>Закрыть и забыть</translation>
    </message>
    <message>
        <source>Nobody will read this. It is gone when you close it.</source>
        <translation>Этого никто не прочтёт. Закроете, и текст исчезнет.</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Earlier texts of this reply</source>
        <translation>Прежние тексты этого ответа</translation>
    </message>
    <message>
        <source>Earlier texts</source>
        <translation>Прежние тексты</translation>
    </message>
    <message>
        <source>The chosen text</source>
        <translation>Выбранный текст</translation>
    </message>
    <message>
        <source>Bring this text back</source>
        <translation>Вернуть этот текст</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>What stands in the reply now is kept here too; Ctrl+Z undoes the change.</source>
        <translation>Нынешний текст ответа тоже сохранится здесь; Ctrl+Z отменит замену.</translation>
    </message>
    <message>
        <source>None yet. What you take out of this reply or replace will be kept here.</source>
        <translation>Пока их нет. Здесь сохранится то, что вы удалите из ответа или замените.</translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <source>Soft Answer is at work without a window.</source>
        <translation>Soft Answer сейчас работает без окна.</translation>
    </message>
    <message>
        <source>It finishes what it has begun, such as a letter that it hands over. This window opens by itself then.</source>
        <translation>Он закончит начатое, например передачу письма. Потом окно откроется само.</translation>
    </message>
    <message>
        <source>Don&apos;t wait</source>
        <translation>Не ждать</translation>
    </message>
</context>
<context>
    <name>Wiring</name>
    <message>
        <source>Nothing goes out now.</source>
        <translation>Теперь ничего не уходит.</translation>
    </message>
    <message>
        <source>Mail goes out again.</source>
        <translation>Почта снова уходит.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message>
        <source>The other lines are in. Mend the file and import it again.</source>
        <translation>Остальные строки загружены. Исправьте файл и загрузите его снова.</translation>
    </message>
    <message>
        <source>Cooling until {time}.</source>
        <translation>Остывает до {time}.</translation>
    </message>
    <message>
        <source>Add an account first: a letter needs one to go out.</source>
        <translation>Сначала добавьте ящик: письму нужно откуда уйти.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>calm</source>
        <translation>спокойно</translation>
    </message>
    <message>
        <source>annoyed</source>
        <translation>раздражённо</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>сердито</translation>
    </message>
    <message>
        <source>furious</source>
        <translation>в ярости</translation>
    </message>
    <message numerus="yes">
        <source>as you corrected %n letter(s) of this sender</source>
        <translation>
            <numerusform>так вы исправили %n письмо этого отправителя</numerusform>
            <numerusform>так вы исправили %n письма этого отправителя</numerusform>
            <numerusform>так вы исправили %n писем этого отправителя</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>as you corrected %n such letter(s)</source>
        <translation>
            <numerusform>так вы исправили %n такое письмо</numerusform>
            <numerusform>так вы исправили %n таких письма</numerusform>
            <numerusform>так вы исправили %n таких писем</numerusform>
        </translation>
    </message>
    <message>
        <source>{now}, not {was}: {such}</source>
        <translation>{now}, а не {was}: {such}</translation>
    </message>
    <message>
        <source>as it was read</source>
        <translation>как прочитано</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>жалоба</translation>
    </message>
    <message>
        <source>no complaint</source>
        <translation>не жалоба</translation>
    </message>
    <message>
        <source>A letter that you begin</source>
        <translation>Письмо, которое начали вы</translation>
    </message>
    <message>
        <source>Your letter to yourself is back</source>
        <translation>Ваше письмо себе вернулось</translation>
    </message>
    <message>
        <source>Your letter to yourself is back: sending and fetching work.</source>
        <translation>Ваше письмо себе вернулось: отправка и получение почты работают.</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>точно</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>вероятно</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>под вопросом</translation>
    </message>
    <message>
        <source>own shop</source>
        <translation>свой магазин</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Магазин</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <translation>Неизвестный отправитель</translation>
    </message>
    <message>
        <source>cooling, {time}</source>
        <translation>остывает до {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>до {time}</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>cooling</source>
        <translation>остывает</translation>
    </message>
    <message>
        <source>read again</source>
        <translation>перечитать</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>на паузе</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>ответ не ушёл</translation>
    </message>
    <message>
        <source>perhaps sent</source>
        <translation>возможно, ушёл</translation>
    </message>
    <message>
        <source>waiting for them</source>
        <translation>слово за ними</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>отложено</translation>
    </message>
    <message>
        <source>back</source>
        <translation>вернулось</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>не прочитано</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>со звёздочкой</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n письмо</numerusform>
            <numerusform>%n письма</numerusform>
            <numerusform>%n писем</numerusform>
        </translation>
    </message>
    <message>
        <source>{mails}, waiting {time}</source>
        <translation>{mails}, ждёт {time}</translation>
    </message>
    <message>
        <source>{time} over</source>
        <translation>просрочено {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>ещё {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n д</numerusform>
            <numerusform>%n д</numerusform>
            <numerusform>%n д</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n ч</numerusform>
            <numerusform>%n ч</numerusform>
            <numerusform>%n ч</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
        </translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>меньше минуты</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after {day}, when it was due.</source>
        <translation>
            <numerusform>На %n день позже срока ({day}).</numerusform>
            <numerusform>На %n дня позже срока ({day}).</numerusform>
            <numerusform>На %n дней позже срока ({day}).</numerusform>
        </translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>завтра {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>вчера {time}</translation>
    </message>
    <message numerus="yes">
        <source>Put off %n letter(s) until …</source>
        <translation>
            <numerusform>Отложить %n письмо до…</numerusform>
            <numerusform>Отложить %n письма до…</numerusform>
            <numerusform>Отложить %n писем до…</numerusform>
        </translation>
    </message>
    <message>
        <source>Put off until …</source>
        <translation>Отложить до…</translation>
    </message>
    <message>
        <source>An answer is owed by {time}.</source>
        <translation>Ответить нужно до {time}.</translation>
    </message>
    <message>
        <source>An answer was owed by {time}.</source>
        <translation>Ответить нужно было до {time}.</translation>
    </message>
    <message>
        <source>That time is past.</source>
        <translation>Это время уже прошло.</translation>
    </message>
    <message>
        <source>Your day is over by then.</source>
        <translation>К этому часу ваш день уже закончится.</translation>
    </message>
    <message>
        <source>Up to date just now</source>
        <translation>Обновлено только что</translation>
    </message>
    <message numerus="yes">
        <source>Up to date %n min ago</source>
        <translation>
            <numerusform>Обновлено %n мин назад</numerusform>
            <numerusform>Обновлено %n мин назад</numerusform>
            <numerusform>Обновлено %n мин назад</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Нет сети</translation>
    </message>
    <message numerus="yes">
        <source>Offline: %n held, will wait</source>
        <translation>
            <numerusform>Нет сети: %n ответ подождёт</numerusform>
            <numerusform>Нет сети: %n ответа подождут</numerusform>
            <numerusform>Нет сети: %n ответов подождут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) masked</source>
        <translation>
            <numerusform>Скрыто %n слово</numerusform>
            <numerusform>Скрыто %n слова</numerusform>
            <numerusform>Скрыто %n слов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n слово</numerusform>
            <numerusform>%n слова</numerusform>
            <numerusform>%n слов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n picture(s) from the internet</source>
        <translation>
            <numerusform>Показать %n картинку из интернета</numerusform>
            <numerusform>Показать %n картинки из интернета</numerusform>
            <numerusform>Показать %n картинок из интернета</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s)</source>
        <translation>
            <numerusform>%n письмо</numerusform>
            <numerusform>%n письма</numerusform>
            <numerusform>%n писем</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n байт</numerusform>
            <numerusform>%n байта</numerusform>
            <numerusform>%n байт</numerusform>
        </translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} КБ</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} МБ</translation>
    </message>
    <message>
        <source>With it: {files}</source>
        <translation>С письмом: {files}</translation>
    </message>
    <message>
        <source>{day} Jan</source>
        <translation>{day} янв</translation>
    </message>
    <message>
        <source>{day} Feb</source>
        <translation>{day} фев</translation>
    </message>
    <message>
        <source>{day} Mar</source>
        <translation>{day} мар</translation>
    </message>
    <message>
        <source>{day} Apr</source>
        <translation>{day} апр</translation>
    </message>
    <message>
        <source>{day} May</source>
        <translation>{day} мая</translation>
    </message>
    <message>
        <source>{day} Jun</source>
        <translation>{day} июн</translation>
    </message>
    <message>
        <source>{day} Jul</source>
        <translation>{day} июл</translation>
    </message>
    <message>
        <source>{day} Aug</source>
        <translation>{day} авг</translation>
    </message>
    <message>
        <source>{day} Sep</source>
        <translation>{day} сен</translation>
    </message>
    <message>
        <source>{day} Oct</source>
        <translation>{day} окт</translation>
    </message>
    <message>
        <source>{day} Nov</source>
        <translation>{day} ноя</translation>
    </message>
    <message>
        <source>{day} Dec</source>
        <translation>{day} дек</translation>
    </message>
    <message>
        <source>{day} January</source>
        <translation>{day} января</translation>
    </message>
    <message>
        <source>{day} February</source>
        <translation>{day} февраля</translation>
    </message>
    <message>
        <source>{day} March</source>
        <translation>{day} марта</translation>
    </message>
    <message>
        <source>{day} April</source>
        <translation>{day} апреля</translation>
    </message>
    <message>
        <source>{day} June</source>
        <translation>{day} июня</translation>
    </message>
    <message>
        <source>{day} July</source>
        <translation>{day} июля</translation>
    </message>
    <message>
        <source>{day} August</source>
        <translation>{day} августа</translation>
    </message>
    <message>
        <source>{day} September</source>
        <translation>{day} сентября</translation>
    </message>
    <message>
        <source>{day} October</source>
        <translation>{day} октября</translation>
    </message>
    <message>
        <source>{day} November</source>
        <translation>{day} ноября</translation>
    </message>
    <message>
        <source>{day} December</source>
        <translation>{day} декабря</translation>
    </message>
    <message>
        <source>not received</source>
        <translation>не пришло</translation>
    </message>
    <message>
        <source>late</source>
        <translation>опаздывает</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>повреждено</translation>
    </message>
    <message>
        <source>wrong item</source>
        <translation>не та книга</translation>
    </message>
    <message>
        <source>not as described</source>
        <translation>не по описанию</translation>
    </message>
    <message>
        <source>missing part</source>
        <translation>не хватает части</translation>
    </message>
    <message>
        <source>return</source>
        <translation>возврат</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>вернуть деньги</translation>
    </message>
    <message>
        <source>refund missing</source>
        <translation>деньги не пришли</translation>
    </message>
    <message>
        <source>address</source>
        <translation>адрес</translation>
    </message>
    <message>
        <source>customs or fees</source>
        <translation>пошлины, сборы</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>отмена</translation>
    </message>
    <message>
        <source>abusive</source>
        <translation>грубость</translation>
    </message>
    <message>
        <source>claim or lawyer</source>
        <translation>спор или юрист</translation>
    </message>
    <message>
        <source>bad feedback</source>
        <translation>плохой отзыв</translation>
    </message>
    <message>
        <source>download</source>
        <translation>скачивание</translation>
    </message>
    <message>
        <source>question</source>
        <translation>вопрос</translation>
    </message>
    <message>
        <source>praise</source>
        <translation>благодарность</translation>
    </message>
    <message>
        <source>other</source>
        <translation>другое</translation>
    </message>
    <message>
        <source>our side</source>
        <translation>на нашей стороне</translation>
    </message>
    <message>
        <source>the carrier</source>
        <translation>у перевозчика</translation>
    </message>
    <message>
        <source>the supplier</source>
        <translation>у поставщика</translation>
    </message>
    <message>
        <source>the marketplace</source>
        <translation>на площадке</translation>
    </message>
    <message>
        <source>their side</source>
        <translation>у покупателя</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>ни на чьей стороне</translation>
    </message>
    <message>
        <source>Parcel has not arrived</source>
        <translation>Посылка не пришла</translation>
    </message>
    <message>
        <source>Parcel is late</source>
        <translation>Посылка опаздывает</translation>
    </message>
    <message>
        <source>Book arrived damaged</source>
        <translation>Книга пришла повреждённой</translation>
    </message>
    <message>
        <source>A different book arrived</source>
        <translation>Пришла другая книга</translation>
    </message>
    <message>
        <source>Book is not as described</source>
        <translation>Книга не такая, как в описании</translation>
    </message>
    <message>
        <source>Something was missing in the parcel</source>
        <translation>В посылке чего-то не хватало</translation>
    </message>
    <message>
        <source>Wants to return the book</source>
        <translation>Хочет вернуть книгу</translation>
    </message>
    <message>
        <source>Wants the money back</source>
        <translation>Просит вернуть деньги</translation>
    </message>
    <message>
        <source>Refund has not arrived</source>
        <translation>Возвращённые деньги не пришли</translation>
    </message>
    <message>
        <source>Something is wrong with the address</source>
        <translation>Что-то не так с адресом</translation>
    </message>
    <message>
        <source>Was asked for customs or fees</source>
        <translation>За посылку требуют пошлину или сбор</translation>
    </message>
    <message>
        <source>Wants to cancel the order</source>
        <translation>Хочет отменить заказ</translation>
    </message>
    <message>
        <source>Harsh words; what is wanted is not clear</source>
        <translation>Резкие слова; чего хотят, неясно</translation>
    </message>
    <message>
        <source>Speaks of a claim or a lawyer</source>
        <translation>Говорит о претензии или юристе</translation>
    </message>
    <message>
        <source>Speaks of leaving bad feedback</source>
        <translation>Говорит о плохом отзыве</translation>
    </message>
    <message>
        <source>Cannot open a download</source>
        <translation>Не открывается файл</translation>
    </message>
    <message>
        <source>Asks a question</source>
        <translation>Задаёт вопрос</translation>
    </message>
    <message>
        <source>Is pleased and says so</source>
        <translation>Благодарит и хвалит</translation>
    </message>
    <message>
        <source>Writes about something else</source>
        <translation>Пишет о другом</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>пн</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>вт</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>ср</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>чт</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>пт</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>сб</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>вс</translation>
    </message>
    <message>
        <source>the parcel has not arrived</source>
        <translation>посылка не пришла</translation>
    </message>
    <message>
        <source>the parcel is late</source>
        <translation>посылка опаздывает</translation>
    </message>
    <message>
        <source>the book is damaged</source>
        <translation>книга повреждена</translation>
    </message>
    <message>
        <source>it is a different book</source>
        <translation>книга не та</translation>
    </message>
    <message>
        <source>the book is not as described</source>
        <translation>книга не такая, как в описании</translation>
    </message>
    <message>
        <source>something is missing</source>
        <translation>чего-то не хватает</translation>
    </message>
    <message>
        <source>wants to send it back</source>
        <translation>хочет отправить её назад</translation>
    </message>
    <message>
        <source>wants the money back</source>
        <translation>просит вернуть деньги</translation>
    </message>
    <message>
        <source>the refund has not arrived</source>
        <translation>возвращённые деньги не пришли</translation>
    </message>
    <message>
        <source>the address is wrong</source>
        <translation>адрес неверный</translation>
    </message>
    <message>
        <source>was asked for fees</source>
        <translation>за посылку требуют сбор</translation>
    </message>
    <message>
        <source>wants to cancel</source>
        <translation>хочет отменить</translation>
    </message>
    <message>
        <source>uses harsh words</source>
        <translation>грубит</translation>
    </message>
    <message>
        <source>may start a claim</source>
        <translation>может подать претензию</translation>
    </message>
    <message>
        <source>may leave bad feedback</source>
        <translation>может оставить плохой отзыв</translation>
    </message>
    <message>
        <source>cannot open the download</source>
        <translation>файл не открывается</translation>
    </message>
    <message>
        <source>asks a question</source>
        <translation>задаёт вопрос</translation>
    </message>
    <message>
        <source>You act by</source>
        <translation>Сделаете до</translation>
    </message>
    <message>
        <source>You answer by</source>
        <translation>Ответите до</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Обращение</translation>
    </message>
    <message>
        <source>Their letter of</source>
        <translation>Их письмо от</translation>
    </message>
    <message>
        <source>Their first letter of</source>
        <translation>Их первое письмо от</translation>
    </message>
    <message>
        <source>Days they waited</source>
        <translation>Дней ожидания</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Заказ</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Экземпляров</translation>
    </message>
    <message>
        <source>Sold as</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Куда едет</translation>
    </message>
    <message>
        <source>Ordered on</source>
        <translation>Заказано</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>Postage</source>
        <translation>Пересылка</translation>
    </message>
    <message>
        <source>Posted on</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Доставка</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>Трек-номер</translation>
    </message>
    <message>
        <source>Expected from</source>
        <translation>Ожидается с</translation>
    </message>
    <message>
        <source>Expected until</source>
        <translation>Ожидается до</translation>
    </message>
    <message>
        <source>You settle it by</source>
        <translation>Уладите до</translation>
    </message>
    <message>
        <source>Counts as lost from</source>
        <translation>Считается утерянной с</translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation>Вручено</translation>
    </message>
    <message>
        <source>Came back on</source>
        <translation>Вернулось</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>A reply to this letter is held already. Take it back to change it.</source>
        <translation>Ответ на это письмо уже на выдержке. Верните его, чтобы изменить.</translation>
    </message>
    <message>
        <source>No suggestion for this letter takes that stance.</source>
        <translation>Подсказки с такой позицией для этого письма нет.</translation>
    </message>
    <message>
        <source>There is nothing that they have to do in this case.</source>
        <translation>В этом случае от покупателя ничего не требуется.</translation>
    </message>
    <message>
        <source>Exactly what will be sent</source>
        <translation>Что именно уйдёт</translation>
    </message>
    <message>
        <source>Choose another address in From.</source>
        <translation>Выберите другой адрес в поле «От».</translation>
    </message>
    <message>
        <source>This account can&apos;t answer the letter.</source>
        <translation>Из этого ящика на письмо не ответить.</translation>
    </message>
    <message>
        <source>A file is still being copied. Hold the reply in a moment.</source>
        <translation>Файл ещё копируется. Остудите ответ чуть позже.</translation>
    </message>
</context>
<context>
    <name>WritingPage</name>
    <message>
        <source>Writing</source>
        <translation>Текст ответа</translation>
    </message>
    <message>
        <source>Only your own text is looked at: no quotes, no signature, no names from the letter or its order. Nothing leaves this computer.</source>
        <translation>Проверяется только ваш текст: без цитат, без подписи, без имён из письма и заказа. Ничего не уходит с этого компьютера.</translation>
    </message>
    <message>
        <source>Mark words that are in no dictionary</source>
        <translation>Отмечать слова, которых нет в словарях</translation>
    </message>
    <message>
        <source>My dictionary, a word a line</source>
        <translation>Мой словарь, по слову в строке</translation>
    </message>
</context>
<context>
    <name>_BothTexts</name>
    <message>
        <source>Your held reply</source>
        <translation>Ваш ответ на выдержке</translation>
    </message>
</context>
<context>
    <name>_Candidate</name>
    <message>
        <source>It is this one</source>
        <translation>Это он</translation>
    </message>
    <message>
        <source>It is this one: {title}</source>
        <translation>Это он: {title}</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Attachment without a name</source>
        <translation>Вложение без имени</translation>
    </message>
    <message>
        <source>Attachment: {name}</source>
        <translation>Вложение: {name}</translation>
    </message>
    <message>
        <source>no ending</source>
        <translation>без расширения</translation>
    </message>
    <message>
        <source>{ending}, save only</source>
        <translation>{ending}, только сохранить</translation>
    </message>
    <message>
        <source>{ending} picture</source>
        <translation>картинка {ending}</translation>
    </message>
    <message>
        <source>Look at it here</source>
        <translation>Посмотреть здесь</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Сохранить…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>{kind} · {percent}% of {size} fetched</source>
        <translation>{kind} · загружено {percent} % из {size}</translation>
    </message>
    <message>
        <source>{kind} · {size}, on the server</source>
        <translation>{kind} · {size}, на сервере</translation>
    </message>
    <message>
        <source>It is fetched from the mail server when you save or open it.</source>
        <translation>Загрузится с почтового сервера, когда вы сохраните или откроете файл.</translation>
    </message>
    <message>
        <source>Stop fetching it</source>
        <translation>Остановить загрузку</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Посмотреть</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Убрать {name}</translation>
    </message>
    <message>
        <source>Where and when the photo was taken was left out; it looks the same.</source>
        <translation>Сведения о том, где и когда сделан снимок, убраны; сам снимок тот же.</translation>
    </message>
    <message>
        <source>A file of this kind may tell where it was taken, which can&apos;t be left out here. Save it as JPEG first if nobody should know.</source>
        <translation>Такой файл может выдать место съёмки, и убрать это здесь нельзя. Если место не для чужих глаз, сначала сохраните снимок в JPEG.</translation>
    </message>
</context>
<context>
    <name>_ChoiceMenu</name>
    <message>
        <source>As read: {value}</source>
        <translation>Как прочитано: {value}</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>не сказано</translation>
    </message>
    <message>
        <source>your word</source>
        <translation>ваше слово</translation>
    </message>
    <message>
        <source>as read</source>
        <translation>как прочитано</translation>
    </message>
</context>
<context>
    <name>_Faults</name>
    <message>
        <source>Something went wrong in the program. Your letters and held replies are kept. The log says more: {file}</source>
        <translation>В программе что-то сломалось. Ваши письма и ответы на выдержке целы. Подробности в журнале: {file}</translation>
    </message>
</context>
<context>
    <name>_Light</name>
    <message>
        <source>not yet</source>
        <translation>пока нет</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«{text}»</translation>
    </message>
</context>
<context>
    <name>_MaskRow</name>
    <message>
        <source>{masked}: show</source>
        <translation>{masked}: показать</translation>
    </message>
    <message>
        <source>Cover the words again</source>
        <translation>Снова скрыть слова</translation>
    </message>
</context>
<context>
    <name>_Value</name>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>Put it into the reply</source>
        <translation>Вставить в ответ</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Set it aside and start anew</source>
        <translation>Отложить базу и начать заново</translation>
    </message>
</context>
</TS>
